using System.Text;
using System.Xml;

namespace EmailSettings.Build.Help;

/// <summary>
/// Converts <c>docs/cmdlets</c> and <c>docs/about</c> to the files that Get-Help reads. Cmdlets without a page and pages without
/// a cmdlet are skipped: a test reports them, so that the build does not fail for missing text.
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
