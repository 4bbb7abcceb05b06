using System.Xml.Linq;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>How IAM tells a role (IAM API reference, Role).</summary>
internal static class RoleShapes
{
    public static XElement Role(SandboxRole role, string region) => new("Role", Members(role, region));

    public static IEnumerable<XElement> Members(SandboxRole role, string region)
    {
        yield return new("Path", role.Path);
        yield return new("RoleName", role.Name);
        yield return new("RoleId", role.Id);
        yield return new("Arn", AccountRoles.Arn(role, region));
        yield return new("CreateDate", QueryShapes.Time(role.CreateDate));
        yield return new("AssumeRolePolicyDocument", PolicyText(role.AssumeRolePolicyDocument));
        if (!string.IsNullOrEmpty(role.Description)) yield return new("Description", role.Description);
        yield return new("MaxSessionDuration", role.MaxSessionDuration);
        if (role.Tags.Count > 0) yield return QueryShapes.Tags(role.Tags);
    }

    /// <summary>Policies are percent-encoded in answers (IAM API reference, GetRole).</summary>
    public static string PolicyText(string policy) => Uri.EscapeDataString(policy);
}
