using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random trusted access, feature sets and delegated administrators, and who of them deploys.</summary>
internal static class RandomOrganization
{
    private const string Role = "AWSServiceRoleForCloudTrail";

    /// <summary>Changes the organization.</summary>
    /// <returns>The account that deploys.</returns>
    public static string Fill(SandboxState state, Draw draw, bool isSettled)
    {
        var organization = state.Organizations.Organization!;
        state.Organizations.EmptyPages = draw.Percent(20);
        foreach (var account in organization.Accounts) account.JoinedTimestamp = StartTime.AddDays(-30);
        if (draw.Percent(20)) organization.Accounts[^1].State = draw.Of("SUSPENDED", "PENDING_CLOSURE");
        if (!isSettled && draw.Percent(3)) organization.FeatureSet = "CONSOLIDATED_BILLING";
        string[] administrators = draw.Percent(45) ? [] : draw.Some(1, 3, Names.LogArchive, Names.Audit, Names.Workload);
        if (isSettled || draw.Percent(administrators.Length > 0 ? 90 : 60)) organization.TrustedServices[TrustedAccess.CloudTrail] = StartTime.AddDays(-20);
        if (administrators.Length > 0) organization.DelegatedAdministrators[TrustedAccess.CloudTrail] = [.. administrators];
        // Who is registered by AWS Organizations and not by CloudTrail comes without the role (CloudTrail user guide, "Organization delegated administrator").
        if (isSettled || draw.Percent(administrators.Length > 0 ? 93 : 40)) AddRole(state);
        if (!isSettled && draw.Percent(2)) return Names.Closing;
        return administrators.Length > 0 && draw.Percent(50) ? draw.Of(administrators) : Names.Management;
    }

    /// <summary>Gives the management account CloudTrail's role, which every organization trail brings with it.</summary>
    public static void AddRole(SandboxState state)
    {
        if (state.Iam.Roles.Exists(role => role.Name == Role)) return;
        state.Iam.Roles.Add(new()
        {
            AccountId = Names.Management,
            Name = Role,
            Id = "AROAEXAMPLEROLE000001",
            Path = "/aws-service-role/cloudtrail.amazonaws.com/",
            AssumeRolePolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
    }

    /// <summary>Whether the management account has the role.</summary>
    public static bool HasRole(SandboxState state) => state.Iam.Roles.Exists(role => role.Name == Role);

    private static DateTimeOffset StartTime => new Faults.StandingTime().GetUtcNow();
}
