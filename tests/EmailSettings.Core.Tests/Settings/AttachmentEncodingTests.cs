using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

public sealed partial class AttachmentEncodingTests
{
    private static readonly FieldType Type = FieldProbe.Find("basic.attachmentEncodings").Type;

    private static readonly Gen<string> GoodMaps =
        from types in Gen.Char["abcxyz019-_+"].Array[1, 5]
        from encodings in Gen.Int[0, TransferEncoding.All.Count - 1].Select(i => TransferEncoding.All[i]).Array[types.Length + 1]
        from hasStar in Gen.Bool
        select string.Join(';', types.Select((type, i) => $"{type}{i}={encodings[i]}").Concat(hasStar ? [$"*={encodings[^1]}"] : []));

    private static readonly Gen<string> BadMaps =
        from good in GoodMaps
        from at in Gen.Int[0, good.Length - 1]
        from how in Gen.Int[0, 7]
        select Break(good, at, how);

    [Theory]
    [InlineData("wav=base64;txt=7bit;*=8bit;", "wav=base64;txt=7bit;*=8bit")]
    [InlineData("*=base64", "*=base64")]
    [InlineData("wav=base64", "wav=base64")]
    [InlineData("*=8bit;wav=base64;txt=7bit", "wav=base64;txt=7bit;*=8bit")]
    [InlineData(" .WAV = Base64 ; TXT=7 BIT ;\t* = 8 bit ; ", "wav=base64;txt=7bit;*=8bit")]
    [InlineData("c++=quoted-printable;x-a_b-1=binary", "c++=quoted-printable;x-a_b-1=binary")]
    [InlineData("b=7bit;a=7bit", "b=7bit;a=7bit")]
    public void A_map_round_trips_in_its_order_with_the_star_last(string given, string written)
    {
        var map = Assert.IsType<AttachmentEncodingMap>(FieldProbe.Accepted(Type, given));

        Assert.Equal(written, map.ToString());
        Assert.Equal(map, FieldProbe.Accepted(Type, written));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("   ", 4)]
    [InlineData(";", 1)]
    [InlineData("=base64", 1)]
    [InlineData(" =base64", 2)]
    [InlineData("wav", 4)]
    [InlineData("wav base64", 5)]
    [InlineData("wav=", 5)]
    [InlineData("wav=;txt=7bit", 5)]
    [InlineData("wav=base65", 5)]
    [InlineData("wav=base64;;txt=7bit", 12)]
    [InlineData("wav=base64; ;txt=7bit", 13)]
    [InlineData("wav=base64;;", 12)]
    [InlineData("wav=base64;WAV=7bit", 12)]
    [InlineData("wav=base64;.wav=7bit", 12)]
    [InlineData("*=base64;*=7bit", 10)]
    [InlineData("wav=base64=7bit", 11)]
    [InlineData("w v=base64", 3)]
    [InlineData("w\u00e4v=base64", 2)]
    [InlineData("*.wav=base64", 2)]
    [InlineData("**=base64", 2)]
    [InlineData("..wav=base64", 2)]
    [InlineData("wav=base64,txt=7bit", 5)]
    [InlineData("wav\0=base64", 4)]
    public void An_error_names_the_column_where_it_stands(string bad, int column)
    {
        var fault = FieldProbe.Refused(SettingsErrors.AttachmentEncodingsInvalid, Type, bad);

        Assert.Equal(column, Column(fault));
    }

    [Fact]
    public void Any_broken_map_is_an_error_inside_the_text() => BadMaps.Sample(bad =>
    {
        var (map, faults) = FieldProbe.Read(Type, bad);

        Assert.True(map is null, $"'{bad}' was read as '{map}'");
        Assert.InRange(Column(Assert.Single(faults)), 1, bad.Length + 1);
    }, iter: 200);

    [Fact]
    public void Any_valid_map_round_trips() => GoodMaps.Sample(good => Assert.Equal(good, FieldProbe.Accepted(Type, good).ToString()), iter: 200);

    [Fact]
    public void A_hashtable_is_sorted_and_an_ordered_dictionary_keeps_its_order()
    {
        Assert.Equal("a=7bit;b=base64;*=8bit", FieldProbe.Accepted(Type, new Hashtable { ["b"] = "base64", ["*"] = "8 bit", [".A"] = "7bit" }).ToString());
        Assert.Equal("b=base64;a=7bit", FieldProbe.Accepted(Type, new OrderedDictionary { ["b"] = "base64", ["a"] = TransferEncoding.SevenBit }).ToString());
    }

    [Fact]
    public void A_hashtable_is_checked_like_the_text()
    {
        foreach (var bad in new Hashtable[] { [], new() { ["wav"] = null }, new() { ["wav"] = 7 }, new() { ["wav"] = "7bit;txt=7bit" }, new() { ["a=7bit;b"] = "7bit" }, new() { ["wav"] = "7bit", [".WAV"] = "7bit" } })
            FieldProbe.Refused(SettingsErrors.AttachmentEncodingsInvalid, Type, bad);
    }

    [Theory]
    [InlineData("a.wav", "7bit")]
    [InlineData("A.WAV", "7bit")]
    [InlineData("archive.tar.gz", "binary")]
    [InlineData("archive.gz.tar", "8bit")]
    [InlineData("README", "8bit")]
    [InlineData("wav", "8bit")]
    [InlineData("name.", "8bit")]
    [InlineData(".wav", "7bit")]
    [InlineData("", "8bit")]
    [InlineData("a.wav ", "8bit")]
    public void The_last_extension_of_a_name_counts(string name, string encoding)
    {
        var map = (AttachmentEncodingMap)FieldProbe.Accepted(Type, "wav=7bit;gz=binary;*=8bit");

        Assert.Equal(encoding, map.ForFileName(name).Name);
    }

    [Fact]
    public void Without_a_star_the_rest_is_base64() =>
        Assert.Equal(TransferEncoding.Base64, ((AttachmentEncodingMap)FieldProbe.Accepted(Type, "txt=7bit")).ForFileName("a.bin"));

    private static int Column(Finding fault) => int.Parse(ColumnPattern().Match(fault.Detail!).Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Break(string good, int at, int how)
    {
        var equals = good.IndexOf('=', StringComparison.Ordinal);
        return how switch
        {
            0 => good.Insert(at, "\0"),
            1 => good.Insert(equals, "="),
            2 => good + ";;",
            3 => ";" + good,
            4 => $"{good};{good[..equals]}=7bit",
            5 => good.Insert(equals + 1, "x"),
            6 => good.Remove(equals, 1),
            _ => good + "😀",
        };
    }

    [GeneratedRegex("^column ([0-9]+): ")]
    private static partial Regex ColumnPattern();
}
