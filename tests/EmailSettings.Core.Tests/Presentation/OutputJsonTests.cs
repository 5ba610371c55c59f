using System.Text;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Presentation;

public sealed class OutputJsonTests
{
    private static readonly DateTimeOffset Moment = new(2027, 3, 31, 8, 30, 0, 123, TimeSpan.FromHours(2));

    [Fact]
    public void Named_values_are_an_object_and_other_lists_an_array() =>
        Assert.Equal(
            """{"name":"Sales – 邮件","port":587,"bytes":5000000000,"ssl":true,"none":null,"parts":[{"a":1},{"a":2}],"words":["x","y"],"empty":[]}""" + "\n",
            Write((NamedValue[])
            [
                new("name", "Sales – 邮件"), new("port", 587), new("bytes", 5_000_000_000), new("ssl", true), new("none", null),
                new("parts", Enumerable.Range(1, 2).Select(number => (NamedValue[])[new("a", number)])), new("words", (string[])["x", "y"]), new("empty", Array.Empty<NamedValue[]>()),
            ]));

    [Fact]
    public void Enums_go_by_name_and_times_in_UTC_to_the_second() =>
        Assert.Equal("""["Warning","2027-03-31T06:30:00Z","2027-03-31"]""" + "\n", Write(new object[] { CheckStatus.Warning, Moment, new DateOnly(2027, 3, 31) }));

    [Fact]
    public void Nothing_is_null() => Assert.Equal("null\n", Write(null));

    [Fact]
    public void Each_of_JSON_lines_is_a_document_and_a_row_of_the_history_the_one_that_every_front_writes()
    {
        var record = new ChangeRecord(3, Moment, "HOST\\user", "cli", [new FieldChange("basic.bodyCharset", null, "utf-8")]);

        Assert.Equal($"{ChangeRecordJson.ToLine(record)}\n{ChangeRecordJson.ToLine(record)}\n", Write(new JsonLines([record, record])));
    }

    [Fact]
    public void A_list_goes_out_before_its_last_item_is_asked_for()
    {
        using var stream = new MemoryStream();
        var most = 0L;
        OutputJson.Write(stream, Enumerable.Range(0, 10_000).Select(number =>
        {
            most = Math.Max(most, stream.Length);
            return $"a text of some length {number}";
        }), isAscii: false);

        Assert.InRange(most, stream.Length / 2, stream.Length);
    }

    [Fact]
    public void What_stands_behind_a_list_is_asked_for_after_its_last_item()
    {
        var count = 0;
        Assert.Equal("""{"items":[1,2,3],"count":3}""" + "\n", Write(Values()));

        IEnumerable<NamedValue> Values()
        {
            yield return new("items", Enumerable.Range(1, 3).Select(_ => ++count));
            yield return new("count", count);
        }
    }

    [Fact]
    public void What_has_no_form_in_JSON_is_refused() => Assert.Throws<ArgumentException>(() => Write(new Uri("https://example.org")));

    [Theory]
    [InlineData(437)]
    [InlineData(850)]
    [InlineData(932)]
    [InlineData(1252)]
    [InlineData(65001)]
    public void JSON_in_ASCII_is_the_same_document_in_every_code_page(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        const string Name = "Ünï – 邮件 😀 … \"\\ <a>&'";
        using var document = new MemoryStream();
        OutputJson.Write(document, (NamedValue[])[new("name", Name)], isAscii: true);
        Assert.All(document.ToArray(), value => Assert.InRange(value, (byte)0, (byte)127));
        Assert.Equal(Name, JsonDocument.Parse(encoding.GetString(document.ToArray())).RootElement.GetProperty("name").GetString());
    }

    private static string Write(object? content)
    {
        using var stream = new MemoryStream();
        OutputJson.Write(stream, content, isAscii: false);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
