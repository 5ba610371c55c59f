namespace EmailSettings.Mail.Transcripts;

/// <summary>Text of certificates within a line of a transcript: on one line, and not long enough to hide the rest of it.</summary>
internal static class ForeignText
{
    private const int MostChars = 200;
    private const int MostAddresses = 3;

    /// <summary>A name or an address.</summary>
    public static string Show(string text)
    {
        var line = string.Create(text.Length, text, (shown, whole) =>
        {
            for (var i = 0; i < shown.Length; i++)
                shown[i] = char.IsControl(whole[i]) ? '?' : whole[i];
        });
        return line.Length <= MostChars ? line : $"{line[..MostChars]}… [{line.Length - MostChars} more characters]";
    }

    /// <summary>Several, the first few of them.</summary>
    public static string Show(IReadOnlyCollection<string> texts)
    {
        var shown = string.Join(", ", texts.Take(MostAddresses).Select(Show));
        return texts.Count <= MostAddresses ? shown : $"{shown} and {texts.Count - MostAddresses} more";
    }
}
