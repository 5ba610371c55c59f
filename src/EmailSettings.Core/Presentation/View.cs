namespace EmailSettings.Core.Presentation;

/// <summary>What an operation found or did, in its two forms.</summary>
/// <param name="Content">For programs, as <see cref="OutputJson"/> writes it.</param>
/// <param name="Page">For people; made when it is asked for.</param>
public sealed record View(object? Content, Func<Page> Page)
{
    /// <summary>One thing with properties.</summary>
    public static View Of(string title, IReadOnlyList<NamedValue> values) => new(values, () => new Page().Add(title, values));

    /// <summary>A sentence, and an object for programs.</summary>
    public static View OfSentence(string sentence, object? content) => new(content, () => new Page().Line(sentence));
}
