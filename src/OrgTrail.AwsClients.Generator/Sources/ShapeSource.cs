using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>What the protocol knows of the types: their members, by name and type.</summary>
internal static class ShapeSource
{
    public static string Of(CheckedService service) => $$"""
        internal static class {{service.Model.ClientName}}Shapes
        {
        {{string.Join("\n\n", service.Model.Constants.Keys.Select(name => Constant(service.Model, name)).Concat(service.Structures.Select(Shape))).Indented()}}
        }
        """;

    // In an expression the bare name would be that of the shape.
    private static string Constant(ServiceModel model, string name) =>
        $"internal static readonly ConstantShape<{name}> {name} = new(Amazon.{model.Namespace}.{name}.FindValue);";

    // The members follow at first use: a structure may contain itself, and most are not used in a run.
    private static string Shape(Structure structure) => $$"""
        internal static readonly StructureShape<{{structure.Name}}> {{structure.Name}} = new(() =>
        [
        {{structure.Members.Each(member => Member(structure.Name, member)).Indented()}}
        ]);
        """;

    private static string Member(string owner, MemberModel member) =>
        $"new Member<{owner}, {Values.TypeOf(member)}>({member.WireName.Quoted()}, {Values.ShapeOf(member)}, o => o.{member.Name}, (o, v) => o.{member.Name} = v{(member.IsRequired ? ", isRequired: true" : "")}),";
}
