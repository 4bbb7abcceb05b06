namespace OrgTrail.Sandbox.Tests.Services.Sts;

public sealed class StsCliTests() : CliTest(new())
{
    [Fact]
    public void The_caller_is_known_and_can_become_another()
    {
        Assert.Equal("111111111111", Run("sts get-caller-identity").GetProperty("Account").GetString());

        var assumed = Run("sts assume-role --role-arn arn:aws:iam::222222222222:role/OrganizationAccountAccessRole --role-session-name audit");

        Assert.Equal("arn:aws:sts::222222222222:assumed-role/OrganizationAccountAccessRole/audit", assumed.GetProperty("AssumedRoleUser").GetProperty("Arn").GetString());
        Assert.StartsWith("ASIA", Run("sts get-session-token").GetProperty("Credentials").GetProperty("AccessKeyId").GetString(), StringComparison.Ordinal);
        var refusal = Refused("sts assume-role --role-arn arn:aws:iam::222222222222:role/Nobody --role-session-name audit");
        Assert.Contains("(AccessDenied)", refusal, StringComparison.Ordinal);
    }
}
