using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>Requests, responses and what is in them.</summary>
internal static class StructureSource
{
    // Object has methods of these names.
    private static readonly string[] Hiding = ["Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone"];

    public static IEnumerable<string> Of(CheckedService service) => service.Structures.Select(structure => Of(service.Model, structure));

    private static string Of(ServiceModel model, Structure structure) => $$"""
        {{(structure.Summary.Length > 0 ? $"/// <summary>{structure.Summary}</summary>\n" : "")}}public sealed class {{structure.Name}}{{Parent(model, structure.Role)}}
        {
        {{structure.Members.Each(Property).Indented()}}
        }
        """;

    private static string Parent(ServiceModel model, StructureRole role) => role switch
    {
        StructureRole.Request => $" : Amazon{model.ClientName}Request",
        StructureRole.Response => " : AmazonWebServiceResponse",
        _ => "",
    };

    private static string Property(MemberModel member)
    {
        var type = Values.TypeOf(member);
        var obsolete = member.Obsolete is { } advice ? $"[Obsolete({$"No longer in use: {advice}".Quoted()})] " : "";
        var hides = Hiding.Contains(member.Name) ? "new " : "";
        return $"{obsolete}public {hides}{type.TrimEnd('?')}? {member.Name} {{ get; set; }}";
    }
}
