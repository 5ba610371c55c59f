using System.Text;
using System.Xml;

namespace EmailSettings.Build.Help;

/// <summary>
/// Turns <c>docs/cmdlets</c> and <c>docs/about</c> into what Get-Help reads. A cmdlet without a page gets no help, and a
/// page without a cmdlet is left out: that both are equal is a test, so that a build never waits for words.
/// </summary>
internal static class HelpFiles
{
    public static void Write(string docs, string assembly, string output)
    {
        Directory.CreateDirectory(output);
        foreach (var old in Directory.EnumerateFiles(output)) File.Delete(old);

        var pages = Directory.GetFiles(Path.Combine(docs, "cmdlets"), "*-*.md").Select(CmdletPage.Read).ToDictionary(page => page.Name);
        var cmdlets = CmdletShape.ReadAll(assembly).Where(shape => pages.ContainsKey(shape.Name)).Select(shape => (pages[shape.Name], shape));
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(Path.Combine(output, $"{Path.GetFileName(assembly)}-Help.xml"), settings)) MamlDocument.Of(cmdlets).Save(writer);

        foreach (var topic in Directory.GetFiles(Path.Combine(docs, "about"), "about_*.md"))
            File.WriteAllText(Path.Combine(output, $"{Path.GetFileNameWithoutExtension(topic)}.help.txt"), AboutTopic.Of(topic));
    }
}
