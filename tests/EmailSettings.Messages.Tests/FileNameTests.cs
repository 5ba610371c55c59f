using EmailSettings.Messages.Naming;

namespace EmailSettings.Messages.Tests;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("offer.pdf", "offer.pdf")]
    [InlineData("Größe Ω.bin", "Größe Ω.bin")]
    [InlineData(@"..\..\x", "x")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\temp\a.txt", "a.txt")]
    [InlineData("..", "attachment.pdf")]
    [InlineData("", "attachment.pdf")]
    [InlineData(null, "attachment.pdf")]
    [InlineData("   ", "attachment.pdf")]
    [InlineData("a/", "attachment.pdf")]
    [InlineData("a:b", "a_b")]
    [InlineData("file.txt:stream", "file.txt_stream")]
    [InlineData("a\0b.bin", "ab.bin")]
    [InlineData("a\r\nb.bin", "ab.bin")]
    [InlineData("CON", "_CON")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("NUL .tar.gz", "_NUL .tar.gz")]
    [InlineData("COM1", "_COM1")]
    [InlineData("lpt\u00b9.txt", "_lpt\u00b9.txt")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("name. . .", "name")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a<b>c|d?e*f\"g", "a_b_c_d_e_f_g")]
    [InlineData("u\u0308ber.txt", "über.txt")]
    public void A_name_becomes_safe(string? name, string expected) => Assert.Equal(expected, SafeFileName.From(name, "application/pdf"));

    [Theory]
    [InlineData('x')]
    [InlineData('語')]
    public void A_long_name_keeps_its_extension(char letter)
    {
        var name = SafeFileName.From(new string(letter, 300) + ".pdf", "application/pdf");
        Assert.EndsWith(letter + ".pdf", name, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 190, 200);
    }

    [Fact]
    public void Equal_names_become_unique_regardless_of_case()
    {
        var names = new UniqueNames();
        string[] given = ["image.png", "image.png", "IMAGE.PNG", "image (2).png", "image.png", "noext", "noext"];
        string[] expected = ["image.png", "image (2).png", "IMAGE (3).PNG", "image (2) (2).png", "image (4).png", "noext", "noext (2)"];
        Assert.Equal(expected, given.Select(names.Take));
    }

    [Fact]
    public void Many_equal_names_are_fast()
    {
        var names = new UniqueNames();
        Assert.Equal("a (50000).txt", Enumerable.Range(0, 50_000).Select(_ => names.Take("a.txt")).ToList()[^1]);
    }
}
