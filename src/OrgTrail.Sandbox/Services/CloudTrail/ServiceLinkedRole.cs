using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The role AWSServiceRoleForCloudTrail, by which CloudTrail reads the organization.</summary>
internal sealed class ServiceLinkedRole(SandboxContext context)
{
    private const string Name = "AWSServiceRoleForCloudTrail";
    private const string TrustPolicy = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """;

    private SandboxState State => context.State;

    /// <summary>
    /// CloudTrail user guide, "Organization delegated administrator": a call of the management account makes the role, one
    /// of a delegated administrator needs it there.
    /// </summary>
    public void Provide(Caller caller)
    {
        if (State.Iam.Roles.Exists(role => role.AccountId == State.ManagementAccountId && role.Name == Name))
            return;
        if (caller.Role != OrganizationRole.Management)
            throw Refusals.NoServiceLinkedRole();
        State.Iam.Roles.Add(new SandboxRole
        {
            AccountId = State.ManagementAccountId,
            Name = Name,
            Id = "AROA" + RandomText.Next(context.Random, RandomText.Base32, 17),
            Path = $"/aws-service-role/{Caller.ServicePrincipal}/",
            AssumeRolePolicyDocument = TrustPolicy,
            CreateDate = context.Clock.Now,
            AttachedPolicies = [$"arn:{Partition.OfRegion(caller.Region)}:iam::aws:policy/aws-service-role/CloudTrailServiceRolePolicy"],
        });
    }
}
