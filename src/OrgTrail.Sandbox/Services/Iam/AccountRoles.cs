using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>The roles of an account.</summary>
internal static class AccountRoles
{
    /// <summary>The role that Organizations puts into accounts which it creates (AWS Organizations API reference, CreateAccount).</summary>
    public const string OrganizationAccess = "OrganizationAccountAccessRole";

    private const string AdministratorAccess = "arn:aws:iam::aws:policy/AdministratorAccess";

    /// <summary>A role; <see langword="null"/> when there is none of that name, whose case does not matter.</summary>
    public static SandboxRole? Find(SandboxState state, string accountId, string name) =>
        state.Iam.Roles.Find(role => role.AccountId == accountId && string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The role's ARN.</summary>
    public static string Arn(SandboxRole role, string region) =>
        $"arn:{Partition.OfRegion(region)}:iam::{role.AccountId}:role{role.Path}{role.Name}";

    /// <summary>The id of a new role.</summary>
    public static string NewId(SandboxContext context) => $"AROA{RandomText.Next(context.Random, RandomText.Base32, 17)}";

    /// <summary>Puts the role into a new account by which the management account governs it.</summary>
    public static void AddOrganizationAccess(SandboxContext context, ServiceCall call, string accountId, string roleName)
    {
        context.State.Iam.Roles.Add(new()
        {
            AccountId = accountId,
            Name = roleName,
            Id = NewId(context),
            AssumeRolePolicyDocument = OrganizationTrust(context.State.ManagementAccountId, Partition.OfRegion(call.Region)),
            CreateDate = context.Clock.Now,
            AttachedPolicies = [AdministratorAccess],
        });
    }

    /// <summary>The trust policy of that role.</summary>
    public static string OrganizationTrust(string managementAccountId, string partition) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:{{partition}}:iam::{{managementAccountId}}:root"},"Action":"sts:AssumeRole"}]}""";
}
