using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

/// <summary>Every field with every kind of bad input: an answer, never a crash.</summary>
public sealed class HostileValueTests
{
    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n", new string('a', 100_000), new string(';', 100_000), string.Concat(Enumerable.Repeat("a=base64;", 11_000)),
        "\0", "a\0b", "\u0007bell", "\u001b[31mred", "\u007f", "\u0085",
        "שלום עולם", "\u202Egnp.exe", "\u200Fmark", "😀", "👩‍👩‍👧‍👦 family", "e\u0301", "\ud800", "x\udc00y", "\uFFFE", "\uFEFFbom",
        "'; DROP TABLE basic; --", "{value} {limit}", "%s%n", "../../etc/passwd", "-1", "null", "true", "[]", "<script>",
    ];

    private static readonly object[] Objects =
    [
        'x', 3.14, double.NaN, decimal.MaxValue, ulong.MaxValue, true, DateTime.MaxValue, TimeSpan.Zero, Guid.Empty, new object(),
        Array.Empty<int>(), new[] { "a", "b" }, new Uri("relative", UriKind.Relative), new System.Collections.Hashtable { [""] = null }, DayOfWeek.Friday,
    ];

    public static TheoryData<string> Fields =>
        [.. FieldProbe.Blocks.SelectMany(block => block.Fields.Select(row => $"{block.Path}.{row.JsonName}"))];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_field_rejects_each_bad_value_with_a_fault_or_stores_it(string name)
    {
        var field = FieldProbe.Find(name);
        foreach (var value in Texts.Concat(Objects))
        {
            foreach (var fromText in new[] { false, true }) Check(field, value, fromText);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Only_free_text_and_hosts_accept_any_script(string name)
    {
        var type = FieldProbe.Find(name).Type;
        foreach (var text in new[] { "שלום", "😀", "\u202Egnp.exe", "a\0b", new string('a', 100_000) })
        {
            var isTaken = FieldProbe.Read(type, text).Value is not null;
            var mayBeTaken = !text.Contains('\0', StringComparison.Ordinal) && text.Length < 100 && type is TextType or HostType;
            Assert.True(!isTaken || mayBeTaken, $"{name} took '{text}'");
        }
    }

    [Theory]
    [InlineData("outgoingServer.password")]
    [InlineData("outgoingServer.secret")]
    [InlineData("incomingServers.secret")]
    public void A_secret_given_as_text_is_refused_and_never_repeated(string name)
    {
        var (value, faults) = FieldProbe.Read(FieldProbe.Find(name).Type, "Tr0ub4dor&3");

        Assert.Null(value);
        var fault = Assert.Single(faults);
        Assert.Equal("SecretInClear", fault.Id);
        Assert.DoesNotContain("Tr0ub4dor", $"{fault.Cause} {fault.NextStep} {fault.Value} {fault}", StringComparison.Ordinal);
    }

    private static void Check(SettingField field, object value, bool fromText)
    {
        var (read, faults) = FieldProbe.Read(field.Type, value, fromText);
        if (read is null)
        {
            var fault = Assert.Single(faults);
            Assert.Equal(FieldProbe.Path, fault.Field);
            Assert.NotEmpty(fault.NextStep);
            Assert.True(fault.Cause.Length < 1500, $"{fault.Cause.Length} characters");
            Assert.DoesNotContain(fault.Cause, char.IsControl);
            return;
        }
        Assert.Empty(faults);
        if (read is SecretText || field.IsSecret) return;

        // Accepted values can be written and read back unchanged.
        var plain = field.Type.Plain(read)!;
        Assert.Equal(plain, field.Type.Plain(FieldProbe.Accepted(field.Type, plain)));
    }
}
