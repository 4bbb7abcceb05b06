using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Service-linked roles, which services make for themselves too.</summary>
internal static class ServiceLinkedRoles
{
    public const string CloudTrail = "cloudtrail.amazonaws.com";
    public const string CloudTrailEventContext = "context.cloudtrail.amazonaws.com";
    public const string Organizations = "organizations.amazonaws.com";

    // "Using service-linked roles" in the guides of AWS CloudTrail and AWS Organizations; the description was seen on AWS.
    private static readonly Dictionary<string, (string RoleName, string PolicyName, string? Description)> Known = new(StringComparer.Ordinal)
    {
        [CloudTrail] = ("AWSServiceRoleForCloudTrail", "CloudTrailServiceRolePolicy", "This service linked role is used for supporting organization trail feature"),
        [CloudTrailEventContext] = ("AWSServiceRoleForCloudTrailEventContext", "CloudTrailEventContext", null),
        [Organizations] = ("AWSServiceRoleForOrganizations", "AWSOrganizationsServiceTrustPolicy", null),
    };

    /// <summary>Whether the sandbox knows the service.</summary>
    public static bool IsKnown(string service) => Known.ContainsKey(service);

    /// <summary>The service's role in an account; <see langword="null"/> when there is none.</summary>
    public static SandboxRole? Find(SandboxState state, string accountId, string service) =>
        AccountRoles.Find(state, accountId, Known[service].RoleName);

    /// <summary>Creates the service's role in an account, unless there is one.</summary>
    /// <param name="context">The sandbox.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="service">One of the constants.</param>
    public static SandboxRole Ensure(SandboxContext context, string accountId, string service)
    {
        if (Find(context.State, accountId, service) is { } existing) return existing;
        var (roleName, policyName, description) = Known[service];
        var role = new SandboxRole
        {
            AccountId = accountId,
            Name = roleName,
            Id = AccountRoles.NewId(context),
            Path = $"/aws-service-role/{service}/",
            AssumeRolePolicyDocument =
                $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""",
            Description = description,
            CreateDate = context.Clock.Now,
            AttachedPolicies = [$"arn:aws:iam::aws:policy/aws-service-role/{policyName}"],
        };
        context.State.Iam.Roles.Add(role);
        return role;
    }

    /// <summary>Whether only a service may change the role.</summary>
    public static bool IsServiceLinked(SandboxRole role) => role.Path.StartsWith("/aws-service-role/", StringComparison.Ordinal);
}
