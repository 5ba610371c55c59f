namespace EmailSettings.Cli.Output;

/// <summary>What a colour says; it never says anything that the text does not.</summary>
internal enum Tone
{
    Plain,
    Heading,
    Good,
    Doubtful,
    Bad,
}
