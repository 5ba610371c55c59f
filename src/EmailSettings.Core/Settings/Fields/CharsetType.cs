using System.Diagnostics.CodeAnalysis;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>An IANA charset that .NET can encode and that encodes CR LF as 0D 0A; stored as its preferred MIME name.</summary>
public sealed class CharsetType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "an IANA charset name such as utf-8, iso-8859-1 or windows-1252 (no UTF-16, no EBCDIC)";

    /// <summary>The charsets that completion offers: those common in mail.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "utf-8", "us-ascii", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-9", "iso-8859-15", "windows-1250",
        "windows-1251", "windows-1252", "koi8-r", "koi8-u", "iso-2022-jp", "shift_jis", "euc-jp", "euc-kr", "gb18030", "gb2312", "big5",
    ];

    private protected override IEnumerable<string> Usual => Common;

    internal override object? Read(FieldInput input)
    {
        if (!input.TryGetText(out var text)) return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (!TryFind(text.Trim(), out var encoding)) return input.Refuse(SettingsErrors.CharsetUnknown, Allowed);
        return encoding.GetBytes("\r\n") is [0x0D, 0x0A]
            ? encoding.WebName
            : input.Refuse(SettingsErrors.CharsetUnusable, Allowed);
    }

    // Ask the code page provider directly: registering it would affect the whole host process.
    private static bool TryFind(string name, [NotNullWhen(true)] out Encoding? encoding)
    {
        encoding = null;
        if (name.Length is 0 or > 64) return false;
        try
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
        return true;
    }
}
