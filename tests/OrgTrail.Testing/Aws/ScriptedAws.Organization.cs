using System.Text.Json.Nodes;

namespace OrgTrail.Testing;

public sealed partial class ScriptedAws
{
    private const string CloudTrailPrincipal = "cloudtrail.amazonaws.com";

    /// <summary>Whether CloudTrail is a trusted service of the organization; Enable- and DisableAWSServiceAccess change it.</summary>
    public bool TrustedAccess { get; set; }

    /// <summary>A server that knows an organization and its caller: STS GetCallerIdentity, DescribeOrganization, trusted access, no delegated administrators.</summary>
    /// <param name="organizationId">Of the form <c>o-</c> and 10 to 32 letters or digits.</param>
    /// <param name="managementAccountId">12 digits.</param>
    /// <param name="callerAccountId">12 digits; empty for the management account.</param>
    /// <param name="featureSet"><c>ALL</c> or <c>CONSOLIDATED_BILLING</c>.</param>
    /// <param name="trustedAccess">Whether trusted access is on at first.</param>
    /// <param name="partition"><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c>.</param>
    public static ScriptedAws WithOrganization(
        string organizationId = "o-exampleorgid",
        string managementAccountId = "111111111111",
        string callerAccountId = "",
        string featureSet = "ALL",
        bool trustedAccess = true,
        string partition = "aws")
    {
        var aws = new ScriptedAws { TrustedAccess = trustedAccess };
        aws.ScriptCaller(callerAccountId.Length == 0 ? managementAccountId : callerAccountId, partition);
        aws.On("Organizations", "DescribeOrganization")
            .Answers(Organization(organizationId, managementAccountId, featureSet, partition));
        aws.On("Organizations", "ListDelegatedAdministrators").Answers("""{"DelegatedAdministrators":[]}""");
        aws.ScriptTrustedAccess();
        return aws;
    }

    private static string Organization(string id, string managementAccountId, string featureSet, string partition) => new JsonObject
    {
        ["Organization"] = new JsonObject
        {
            ["Id"] = id,
            ["Arn"] = $"arn:{partition}:organizations::{managementAccountId}:organization/{id}",
            ["FeatureSet"] = featureSet,
            ["MasterAccountArn"] = $"arn:{partition}:organizations::{managementAccountId}:account/{id}/{managementAccountId}",
            ["MasterAccountId"] = managementAccountId,
            ["MasterAccountEmail"] = "management@example.com",
        },
    }.ToJsonString();

    private void ScriptCaller(string account, string partition) => On("STS", "GetCallerIdentity").Answers($"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult><Arn>arn:{partition}:iam::{account}:user/tester</Arn><UserId>AIDATESTER</UserId><Account>{account}</Account></GetCallerIdentityResult>
          <ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """);

    private void ScriptTrustedAccess()
    {
        On("Organizations", "ListAWSServiceAccessForOrganization").AnswersWith(_ => TrustedAccess
            ? $$"""{"EnabledServicePrincipals":[{"ServicePrincipal":"{{CloudTrailPrincipal}}","DateEnabled":1735689600.0}]}"""
            : """{"EnabledServicePrincipals":[]}""");
        On("Organizations", "EnableAWSServiceAccess").AnswersWith(call => SwitchTrustedAccess(call, on: true));
        On("Organizations", "DisableAWSServiceAccess").AnswersWith(call => SwitchTrustedAccess(call, on: false));
    }

    private string SwitchTrustedAccess(AwsCall call, bool on)
    {
        if (call.Member("ServicePrincipal") == CloudTrailPrincipal)
            TrustedAccess = on;
        return "";
    }
}
