namespace EmailSettings.Core.Presentation;

/// <summary>The result of an operation in two forms.</summary>
/// <param name="Content">For programs, as <see cref="OutputJson"/> writes it.</param>
/// <param name="Page">For people; created on demand.</param>
public sealed record View(object? Content, Func<Page> Page)
{
    /// <summary>Creates a view of one object with properties.</summary>
    public static View Of(string title, IReadOnlyList<NamedValue> values) => new(values, () => new Page().Add(title, values));

    /// <summary>Creates a view of a sentence, with an object for programs.</summary>
    public static View OfSentence(string sentence, object? content) => new(content, () => new Page().Line(sentence));
}
