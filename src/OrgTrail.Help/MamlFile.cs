using System.Xml.Linq;

namespace OrgTrail.Help;

/// <summary>
/// The help file, in the MAML that Get-Help reads ("Writing Help for PowerShell Cmdlets" in the PowerShell developer
/// documentation).
/// </summary>
internal static class MamlFile
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The file with all pages.</summary>
    internal static XDocument Create(IEnumerable<CmdletPage> pages) => new(
        new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page)));

    private static XElement Page(CmdletPage page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Verb),
            new XElement(Command + "noun", page.Noun),
            Description([page.Synopsis])),
        Description(page.Description),
        new XElement(
            Command + "syntax",
            new XElement(Command + "syntaxItem", new XElement(Maml + "name", page.Name), page.Parameters.Select(Parameter))),
        new XElement(Command + "parameters", page.Parameters.Select(Parameter)),
        new XElement(Command + "inputTypes", Types("inputType", Inputs(page))),
        new XElement(Command + "returnValues", Types("returnValue", page.Outputs)),
        new XElement(Command + "examples", page.Examples.Select(Example)));

    private static XElement Parameter(ParameterEntry parameter) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsMandatory),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new XAttribute("globbing", parameter.TakesWildcards),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", parameter.Position?.ToString() ?? "named"),
        new XAttribute("aliases", parameter.Aliases is [] ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        Description(parameter.Description),
        parameter.Choices is [] ? null : new XElement(Command + "parameterValueGroup", parameter.Choices.Select(Choice)),
        parameter.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", true), parameter.Type),
        Type(parameter.Type),
        new XElement(Dev + "defaultValue", parameter.Default ?? "None"));

    private static XElement Choice(string choice) =>
        new(Command + "parameterValue", new XAttribute("required", false), choice);

    private static IEnumerable<TypeEntry> Inputs(CmdletPage page) => page.Parameters
        .Where(parameter => parameter.TakesValue)
        .Select(parameter => new TypeEntry(parameter.Type, parameter.Description));

    private static IEnumerable<XElement> Types(string tag, IEnumerable<TypeEntry> types) =>
        types.Select(type => new XElement(Command + tag, Type(type.Name), Description(type.Description)));

    private static XElement Type(string name) => new(Dev + "type", new XElement(Maml + "name", name));

    private static XElement Example(ExampleEntry example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"Example {index + 1}: {example.Title.TrimEnd('.', ':')}"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraphs(example.Remarks)));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) =>
        paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph));
}
