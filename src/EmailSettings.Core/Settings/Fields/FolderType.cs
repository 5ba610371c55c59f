using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A UNC path or an absolute local path in Windows or Unix format, regardless of the current system.</summary>
public sealed partial class FolderType : FieldType
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>\"|?*");
    private const int MaxWindowsPathLength = 32_000;

    /// <inheritdoc/>
    public override string Allowed => @"a UNC path (\\server\share) or an absolute local path";

    internal override object? Read(FieldInput input)
    {
        if (!input.TryGetText(out var text)) return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (!TextType.IsUnicode(text)) return input.Refuse(SettingsErrors.TextNotUnicode, Allowed);
        var path = text.Trim();
        var wrong = path switch
        {
            { Length: 0 } => "it is empty",
            { Length: > MaxWindowsPathLength } => string.Create(CultureInfo.InvariantCulture, $"it has {path.Length} characters, more than {MaxWindowsPathLength}"),
            _ when path.Any(char.IsControl) => "it contains a control character",
            ['/', ..] => null,
            _ when path.AsSpan().IndexOfAny(Forbidden) is >= 0 and var at => $"it contains '{path[at]}'",
            _ when Unc().IsMatch(path) || Drive().IsMatch(path) => null,
            ['\\', '\\', ..] => "a UNC path names a server and a share",
            _ => "it is not absolute",
        };
        return wrong is null ? path : input.Refuse(SettingsErrors.FolderInvalid, Allowed, wrong);
    }

    [GeneratedRegex(@"^\\\\[^\\/:.\s][^\\/:\s]*\\[^\\/:\s][^\\/:]*(\\[^:/]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Unc();

    [GeneratedRegex(@"^[A-Za-z]:[\\/][^:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Drive();
}
