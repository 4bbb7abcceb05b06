using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The services that work with AWS Organizations ("AWS services that you can use with AWS Organizations", user guide).</summary>
internal static class ServicePrincipals
{
    public const string CloudTrail = "cloudtrail.amazonaws.com";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        CloudTrail,
        "access-analyzer.amazonaws.com",
        "account.amazonaws.com",
        "agreement-marketplace.amazonaws.com",
        "auditmanager.amazonaws.com",
        "aws-artifact-account-sync.amazonaws.com",
        "backup.amazonaws.com",
        "compute-optimizer.amazonaws.com",
        "config.amazonaws.com",
        "config-multiaccountsetup.amazonaws.com",
        "controltower.amazonaws.com",
        "cost-optimization-hub.bcm.amazonaws.com",
        "detective.amazonaws.com",
        "devops-guru.amazonaws.com",
        "ds.amazonaws.com",
        "fms.amazonaws.com",
        "guardduty.amazonaws.com",
        "health.amazonaws.com",
        "iam.amazonaws.com",
        "inspector2.amazonaws.com",
        "ipam.amazonaws.com",
        "license-manager.amazonaws.com",
        "license-management.marketplace.amazonaws.com",
        "license-manager.member-account.amazonaws.com",
        "macie.amazonaws.com",
        "malware-protection.guardduty.amazonaws.com",
        "member.org.stacksets.cloudformation.amazonaws.com",
        "networkmanager.amazonaws.com",
        "observabilityadmin.amazonaws.com",
        "ram.amazonaws.com",
        "reachabilityanalyzer.networkinsights.amazonaws.com",
        "reporting.trustedadvisor.amazonaws.com",
        "resource-explorer-2.amazonaws.com",
        "securityhub.amazonaws.com",
        "securitylake.amazonaws.com",
        "servicecatalog.amazonaws.com",
        "servicequotas.amazonaws.com",
        "ssm.amazonaws.com",
        "sso.amazonaws.com",
        "stacksets.cloudformation.amazonaws.com",
        "storage-lens.s3.amazonaws.com",
        "tagpolicies.tag.amazonaws.com",
        "wellarchitected.amazonaws.com",
    };

    /// <summary>The parameter <c>ServicePrincipal</c>.</summary>
    public static string Read(JsonObject input)
    {
        var principal = input.Required("ServicePrincipal", OrganizationPatterns.ServicePrincipal());
        return Known.Contains(principal)
            ? principal
            : throw OrganizationErrors.InvalidInput("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified an unrecognized service principal.");
    }
}
