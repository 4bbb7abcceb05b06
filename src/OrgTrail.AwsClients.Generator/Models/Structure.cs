namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>A type with members.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Summary">What stands above it; empty for nothing.</param>
/// <param name="Members">Its members in the order of the model, in which they are sent.</param>
internal sealed record Structure(string Name, StructureRole Role, string Summary, IReadOnlyList<MemberModel> Members);
