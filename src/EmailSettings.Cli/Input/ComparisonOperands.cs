using System.Globalization;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Cli.Input;

/// <summary>
/// The sides of a comparison as specified on the command line. A single one is the right side; the left one is then the store.
/// </summary>
internal sealed class ComparisonOperands : IDisposable
{
    private const string NowNotation = "now";

    // The first bytes of every SQLite database (SQLite file format, section 1.3).
    private static readonly byte[] StoreHeader = [.. "SQLite format 3\0"u8];
    private readonly List<ISettingsStore> _opened = [];

    public ComparisonOperands(Call call, IReadOnlyList<string> names)
    {
        if (names.Count(name => name == "-") > 1) throw CommandLineErrors.UsageInvalid.Error("emailsettings compare", detail: "Only one side can be standard input.");
        Right = Read(call, names[^1]);
        Left = names.Count > 1 ? Read(call, names[0]) : ComparisonSource.Now;
    }

    public ComparisonSource Left { get; }

    public ComparisonSource Right { get; }

    public void Dispose()
    {
        foreach (var store in _opened) store.Dispose();
    }

    private ComparisonSource Read(Call call, string name)
    {
        if (name == "-") return new ComparisonSource.Document("standard input") { Content = StandardInput.ReadDocument(call) };
        if (name is ['@', .. var moment]) return ReadMoment(moment);
        if (!IsStore(name)) return new ComparisonSource.Document(name);
        var store = new SqliteStoreFactory().Open(Path.GetFullPath(name));
        _opened.Add(store);
        return new ComparisonSource.OtherStore(store);
    }

    private static ComparisonSource ReadMoment(string text)
    {
        if (text.Equals(NowNotation, StringComparison.OrdinalIgnoreCase)) return ComparisonSource.Now;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return new ComparisonSource.AtRevision(revision);
        return MomentArgument.TryParse(text) is { } moment
            ? new ComparisonSource.AtTime(moment)
            : throw CommandLineErrors.UsageInvalid.Error("emailsettings compare", detail: $"'@{text}' is not a point in time: write {MomentArgument.Allowed}, a revision or 'now' after the @.");
    }

    private static bool IsStore(string path)
    {
        try
        {
            if (!File.Exists(path)) return false;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var header = new byte[StoreHeader.Length];
            return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.AsSpan().SequenceEqual(StoreHeader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading it as a document reports what is wrong with it.
            return false;
        }
    }
}
