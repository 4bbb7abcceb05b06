using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Problems;

/// <summary>The advice goes by the policy that AWS names, not by the code and the operation alone.</summary>
public sealed class DecidingPolicyTests
{
    private const string Refused = "User: arn:aws:sts::111111111111:assumed-role/Admin/me is not authorized to perform: s3:PutBucketPolicy on resource: \"arn:aws:s3:::acme-audit\" ";

    [Theory]
    [InlineData("S3", "PutBucketPolicy")]
    [InlineData("CloudTrail", "CreateTrail")]
    [InlineData("Organizations", "EnableAWSServiceAccess")]
    [InlineData("KMS", "PutKeyPolicy")]
    public void A_service_control_policy_that_denies_is_named_whatever_the_call(string service, string operation)
    {
        var advice = Advice(service, operation, Refused + "with an explicit deny in a service control policy: arn:aws:organizations::111111111111:policy/o-acme1/service_control_policy/p-guard");

        Assert.StartsWith("The service control policy p-guard (arn:aws:organizations::111111111111:policy/o-acme1/service_control_policy/p-guard) denies it: no permission of the caller helps.", advice, StringComparison.Ordinal);
        Assert.Contains("Control Tower", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with an explicit deny in a service control policy", "The service control policy denies it", "management account")]
    [InlineData("with an explicit deny in a resource control policy: arn:aws:organizations::111111111111:policy/o-x/resource_control_policy/p-rcp.", "The resource control policy p-rcp (arn:aws:organizations::111111111111:policy/o-x/resource_control_policy/p-rcp) of the account that owns the resource denies it", "management account")]
    [InlineData("with an explicit deny in a permissions boundary: arn:aws:iam::111111111111:policy/edge", "The permissions boundary edge (arn:aws:iam::111111111111:policy/edge)", "IAM in the account")]
    [InlineData("with an explicit deny in a session policy", "The session policy that was given", "Assume the role")]
    [InlineData("with an explicit deny in a VPC endpoint policy", "The policy of the VPC endpoint", "endpoint")]
    [InlineData("with an explicit deny in a resource-based policy", "The policy of the resource itself", "root user")]
    [InlineData("with an explicit deny in an identity-based policy: arn:aws:iam::111111111111:policy/no-trails", "A Deny in the policy no-trails (arn:aws:iam::111111111111:policy/no-trails)", "no Allow helps")]
    [InlineData("because no service control policy allows the s3:PutBucketPolicy action", "No service control policy of the account allows s3:PutBucketPolicy", "FullAWSAccess")]
    [InlineData("because no permissions boundary allows the s3:PutBucketPolicy action", "The permissions boundary of the caller's user or role does not allow s3:PutBucketPolicy", "IAM in the account")]
    [InlineData("because no session policy allows the s3:PutBucketPolicy action", "The session policy that was given", "wider")]
    [InlineData("because no VPC endpoint policy allows the s3:PutBucketPolicy action", "The policy of the VPC endpoint", "another way")]
    [InlineData("because no resource-based policy allows the s3:PutBucketPolicy action", "The resource belongs to another account", "s3:PutBucketPolicy to the caller. Use credentials of the account that owns the bucket")]
    public void Every_sort_of_policy_has_the_advice_that_helps_against_it(string words, string start, string part)
    {
        var advice = Advice("S3", "PutBucketPolicy", Refused + words);

        Assert.StartsWith(start, advice, StringComparison.Ordinal);
        Assert.Contains(part, advice, StringComparison.Ordinal);
        Assert.EndsWith(".", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("because no identity-based policy allows the s3:PutBucketPolicy action")]
    [InlineData("Access Denied")]
    [InlineData(null)]
    public void Where_no_other_policy_is_named_the_caller_lacks_the_permission(string? words) =>
        Assert.StartsWith("Use credentials of the account that owns the bucket (often the log archive account) with s3:PutBucketPolicy.", Advice("S3", "PutBucketPolicy", words), StringComparison.Ordinal);

    [Fact]
    public void A_public_policy_that_is_blocked_keeps_its_own_advice() =>
        Assert.StartsWith("Look for statements with the principal '*'", Advice("S3", "PutBucketPolicy", "User is not authorized because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access."), StringComparison.Ordinal);

    [Fact]
    public void A_role_that_may_not_write_is_told_from_a_log_group_that_is_wrong()
    {
        var problem = Problem("CloudTrail", "CreateTrail", "InvalidCloudWatchLogsLogGroupArnException", "Access denied. Check the permissions for your role.");
        var other = Problem("CloudTrail", "CreateTrail", "InvalidCloudWatchLogsLogGroupArnException", "CloudTrail cannot validate the specified log group ARN.");

        Assert.Equal(("InvalidLogRole", "InvalidLogGroup"), (problem.Id, other.Id));
        Assert.Contains("log-stream:<organization id>_*", problem.Advice, StringComparison.Ordinal);
    }

    private static string Advice(string service, string operation, string? message) => Problem(service, operation, "AccessDenied", message).Advice;

    private static Problem Problem(string service, string operation, string code, string? message) =>
        ProblemTable.For(new ServiceFault(service, operation, ServiceFaultKind.Refused) { Code = code, Message = message, StatusCode = 403 });
}
