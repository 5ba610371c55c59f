using System.Globalization;
using System.Xml.Linq;

namespace EmailSettings.Build.Help;

/// <summary>Converts cmdlet pages to MAML, the XML that Get-Help reads.</summary>
internal static class MamlDocument
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The descriptions of the parameters that PowerShell adds.</summary>
    private static readonly Dictionary<string, NamedBlocks> Added = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = new("WhatIf", [new Block.Paragraph("Shows what would happen if the cmdlet runs. The cmdlet is not run.")]),
        ["Confirm"] = new("Confirm", [new Block.Paragraph("Prompts you for confirmation before running the cmdlet. -Confirm:$false suppresses the prompt.")]),
    };

    public static XDocument Of(IEnumerable<(CmdletPage Page, CmdletShape Shape)> cmdlets) => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(Help + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(pair => Cmdlet(pair.Page, pair.Shape))));

    private static XElement Cmdlet(CmdletPage page, CmdletShape shape) => new(Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml), new XAttribute(XNamespace.Xmlns + "command", Command), new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", shape.Verb),
            new XElement(Command + "noun", shape.Noun),
            new XElement(Maml + "description", Para(page.Synopsis))),
        new XElement(Maml + "description", Paras(page.Description)),
        new XElement(Command + "syntax", shape.Sets.Select(set => new XElement(Command + "syntaxItem",
            new XElement(Maml + "name", page.Name),
            shape.In(set).Select(pair => Parameter(page, pair.Shape, pair.Binding, inSyntax: true))))),
        new XElement(Command + "parameters", shape.Parameters.Select(parameter => Parameter(page, parameter, parameter.Bindings[0], inSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(input => Typed("inputType", input))),
        new XElement(Command + "returnValues", page.Outputs.Select(output => Typed("returnValue", output))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Select(link => new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", link), new XElement(Maml + "uri")))));

    private static XElement Parameter(CmdletPage page, ParameterShape parameter, ParameterBinding binding, bool inSyntax)
    {
        var words = page.Parameters.FirstOrDefault(words => words.Name == parameter.Name) ?? Added.GetValueOrDefault(parameter.Name);
        return new XElement(Command + "parameter",
            new XAttribute("required", Lower(binding.IsMandatory)),
            new XAttribute("variableLength", Lower(parameter.Type.IsArray)),
            new XAttribute("globbing", Lower(parameter.TakesWildcards)),
            new XAttribute("pipelineInput", Pipeline(parameter.Bindings)),
            new XAttribute("position", binding.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", Paras(words?.Blocks ?? [])),
            inSyntax && parameter.Values.Count > 0
                ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), value)))
                : null,
            parameter.IsSwitch && inSyntax ? null : new XElement(Command + "parameterValue",
                new XAttribute("required", Lower(!parameter.IsSwitch)), new XAttribute("variableLength", Lower(parameter.Type.IsArray)), parameter.TypeName),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));
    }

    private static XElement Typed(string element, NamedBlocks type) => new(Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
        new XElement(Maml + "description", Paras(type.Blocks)));

    /// <summary>The text before the code introduces it; the text after it describes the result.</summary>
    private static XElement Example(NamedBlocks example, int index)
    {
        var at = example.Blocks.TakeWhile(block => block is not Block.Code { Info: var info } || !info.StartsWith("powershell", StringComparison.Ordinal)).Count();
        var title = string.Create(CultureInfo.InvariantCulture, $"Example {index + 1}: {example.Name}");
        return new XElement(Command + "example",
            new XElement(Maml + "title", $"--- {title} ---"),
            new XElement(Dev + "code", string.Join("\n\n", example.Blocks.Skip(at).Take(1).OfType<Block.Code>().Select(code => code.Text))),
            new XElement(Dev + "remarks", Paras([.. example.Blocks.Take(at), .. example.Blocks.Skip(at + 1)])));
    }

    private static IEnumerable<XElement> Paras(IEnumerable<Block> blocks) => blocks.Select(block => block switch
    {
        Block.Paragraph paragraph => Para(paragraph.Text),
        Block.Item item => Para($"- {item.Text}"),
        Block.Code code => Para(code.Text),
        Block.Heading heading => Para(heading.Text),
        _ => throw new InvalidOperationException($"A block of type {block.GetType().Name} cannot be converted to MAML."),
    });

    private static XElement Para(string text) => new(Maml + "para", text);

    private static string Lower(bool value) => value ? "true" : "false";

    private static string Pipeline(IReadOnlyList<ParameterBinding> bindings) => (bindings.Any(binding => binding.IsFromPipeline), bindings.Any(binding => binding.IsFromPipelineByName)) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
