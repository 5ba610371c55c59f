using System.Text;
using System.Xml.Linq;
using EmailSettings.Build.Packages;

namespace EmailSettings.PowerShell.Tests;

public sealed class ToolPointerTests
{
    [Fact]
    public void Systems_with_musl_get_the_portable_program_unless_they_have_their_own_package()
    {
        var pointer = ToolPointer.Read(Settings("linux-x64", "linux-arm64", "linux-musl-arm64", "win-x64", "any"))!;
        Assert.Equal(["Tool.linux-x64", "Tool.linux-arm64", "Tool.linux-musl-arm64", "Tool.win-x64", "Tool.any"], pointer.Packages);
        Assert.Equal(
            ["linux-x64 Tool.linux-x64", "linux-arm64 Tool.linux-arm64", "linux-musl-arm64 Tool.linux-musl-arm64", "win-x64 Tool.win-x64", "linux-musl-x64 Tool.any", "any Tool.any"],
            XDocument.Parse(Encoding.UTF8.GetString(pointer.Write())).Descendants("RuntimeIdentifierPackage").Select(package => $"{package.Attribute("RuntimeIdentifier")!.Value} {package.Attribute("Id")!.Value}"));
    }

    [Fact]
    public void Settings_of_a_program_are_not_a_pointer() =>
        Assert.Null(ToolPointer.Read("""<DotNetCliTool Version="2"><Commands><Command Name="a" EntryPoint="a" Runner="executable" /></Commands></DotNetCliTool>"""u8.ToArray()));

    private static byte[] Settings(params string[] platforms) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8"?>
        <DotNetCliTool Version="2">
          <RuntimeIdentifierPackages>
            {string.Concat(platforms.Select(platform => $"<RuntimeIdentifierPackage RuntimeIdentifier=\"{platform}\" Id=\"Tool.{platform}\" />"))}
          </RuntimeIdentifierPackages>
        </DotNetCliTool>
        """);
}
