namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>The types that need no description: their names in models, in C#, and how they are read and written.</summary>
internal static class Values
{
    private static readonly OrderedDictionary<string, string> Types = new()
    {
        ["string"] = "string",
        ["bool"] = "bool?",
        ["int"] = "int?",
        ["long"] = "long?",
        ["time"] = "DateTime?",
        ["blob"] = "MemoryStream",
    };

    /// <summary>Their names in models.</summary>
    public static ICollection<string> Names => Types.Keys;

    /// <summary>The type in C#, of the SDK's version 4: what was not sent is null.</summary>
    public static string TypeOf(MemberModel member) => member.Collection switch
    {
        Collection.List => $"List<{Item(member)}>",
        Collection.Map => $"Dictionary<string, {Item(member)}>",
        _ => Types.GetValueOrDefault(member.Type, member.Type),
    };

    /// <summary>What reads and writes the member.</summary>
    public static string ShapeOf(MemberModel member)
    {
        var shape = Types.ContainsKey(member.Type) ? "Shapes." + char.ToUpperInvariant(member.Type[0]) + member.Type[1..] : member.Type;
        return member.Collection switch
        {
            Collection.List => $"new ListShape<{Item(member)}>({shape})",
            Collection.Map => $"new MapShape<{Item(member)}>({shape})",
            _ => shape,
        };
    }

    private static string Item(MemberModel member) => Types.GetValueOrDefault(member.Type, member.Type);
}
