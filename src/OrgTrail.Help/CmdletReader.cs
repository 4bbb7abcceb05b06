using System.Reflection;

namespace OrgTrail.Help;

/// <summary>
/// Reads the cmdlets of an assembly. Attributes are read as metadata: those of PowerShellStandard do nothing when they
/// are made.
/// </summary>
/// <param name="docs">The texts.</param>
internal sealed class CmdletReader(XmlDocs docs)
{
    /// <summary>The pages of all cmdlets, by name.</summary>
    internal IReadOnlyList<CmdletPage> Read(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Select(Page).OfType<CmdletPage>().OrderBy(page => page.Name, StringComparer.Ordinal)];

    private CmdletPage? Page(Type type)
    {
        if (type.Attribute("CmdletAttribute") is not { ConstructorArguments: [var verb, var noun] } cmdlet) return null;

        IEnumerable<ParameterEntry> parameters = new ParameterReader(docs).Read(type);
        if (cmdlet.Is("SupportsShouldProcess")) parameters = parameters.Concat(ShouldProcessParameters.All);
        return new CmdletPage(
            (string)verb.Value!,
            (string)noun.Value!,
            string.Join(' ', docs.Of(type, "summary")),
            docs.Of(type, "remarks"),
            [.. parameters],
            [.. Outputs(type)],
            docs.Examples(type));
    }

    private IEnumerable<TypeEntry> Outputs(Type type) => type.Attributes("OutputTypeAttribute")
        .SelectMany(attribute => attribute.ConstructorArguments)
        .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> types ? types : [argument])
        .Select(argument => argument.Value)
        .OfType<Type>()
        .Where(output => output != typeof(void))
        .Select(output => new TypeEntry(output.FullName!, docs.Of(output, "summary")));
}
