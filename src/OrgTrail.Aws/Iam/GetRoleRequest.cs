using Amazon.Runtime;

namespace OrgTrail.Aws.Iam;

/// <summary>Asks for a role of the caller's account (IAM API reference, GetRole).</summary>
/// <param name="roleName">The role's name, without its path.</param>
internal sealed class GetRoleRequest(string roleName) : AmazonWebServiceRequest
{
    /// <summary>The role's name.</summary>
    public string RoleName { get; } = roleName;
}
