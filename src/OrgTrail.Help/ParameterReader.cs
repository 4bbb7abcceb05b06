using System.Reflection;

namespace OrgTrail.Help;

/// <summary>Reads the parameters of a cmdlet: its own first, then those that all cmdlets share.</summary>
/// <param name="docs">The texts.</param>
internal sealed class ParameterReader(XmlDocs docs)
{
    /// <summary>The parameters, those with a position first.</summary>
    internal IEnumerable<ParameterEntry> Read(Type cmdlet)
    {
        var blank = Activator.CreateInstance(cmdlet)!;
        return cmdlet.GetProperties()
            .OrderByDescending(property => property.DeclaringType == cmdlet)
            .Select(property => Parameter(property, blank))
            .OfType<ParameterEntry>()
            .OrderBy(parameter => parameter.Position ?? int.MaxValue);
    }

    private ParameterEntry? Parameter(PropertyInfo property, object blank)
    {
        if (property.Attribute("ParameterAttribute") is not { } parameter || parameter.Is("DontShow")) return null;

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isSwitch = type.Name == "SwitchParameter";
        return new ParameterEntry(property.Name, NameOf(type), docs.Of(property))
        {
            IsMandatory = parameter.Is("Mandatory"),
            IsSwitch = isSwitch,
            TakesWildcards = property.Attribute("SupportsWildcardsAttribute") is not null,
            Position = parameter.Named("Position") as int?,
            TakesValue = parameter.Is("ValueFromPipeline"),
            TakesProperty = parameter.Is("ValueFromPipelineByPropertyName"),
            Aliases = [.. property.Attribute("AliasAttribute")?.Strings() ?? []],
            Choices = type.IsEnum ? Enum.GetNames(type) : [.. property.Attribute("ValidateSetAttribute")?.Strings() ?? []],
            Default = isSwitch ? "False" : property.GetValue(blank)?.ToString(),
        };
    }

    private static string NameOf(Type type) => type switch
    {
        { IsArray: true } => NameOf(type.GetElementType()!) + "[]",
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ => type.Name,
    };
}
