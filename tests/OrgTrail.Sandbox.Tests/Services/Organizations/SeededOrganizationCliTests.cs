using System.Text.Json;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class SeededOrganizationCliTests() : CliTest(new() { AccountCount = 45 })
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_CLI_pages_through_all_accounts(bool emptyPages)
    {
        Server.State.Organizations.EmptyPages = emptyPages;

        var accounts = Run("organizations list-accounts --page-size 7").GetProperty("Accounts").EnumerateArray().Select(account => account.GetProperty("Id").GetString());

        Assert.Equal(45, accounts.Distinct().Count());
    }

    [Fact]
    public void Trusted_access_is_switched()
    {
        const string principal = "--service-principal cloudtrail.amazonaws.com";
        Run($"organizations enable-aws-service-access {principal}");
        Run($"organizations enable-aws-service-access {principal}");
        Assert.Equal("cloudtrail.amazonaws.com", Single("organizations list-aws-service-access-for-organization", "EnabledServicePrincipals").GetProperty("ServicePrincipal").GetString());

        Run($"organizations disable-aws-service-access {principal}");
        Assert.Empty(Run("organizations list-aws-service-access-for-organization").GetProperty("EnabledServicePrincipals").EnumerateArray());

        var refusal = Refused("organizations enable-aws-service-access --service-principal nothing.amazonaws.com");
        Assert.Contains("(InvalidInputException)", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Administrators_are_delegated()
    {
        const string registration = "--account-id 222222222222 --service-principal cloudtrail.amazonaws.com";
        Assert.Contains("(ConstraintViolationException)", Refused($"organizations register-delegated-administrator {registration}"), StringComparison.Ordinal);
        Run("organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com");

        Run($"organizations register-delegated-administrator {registration}");

        Assert.Equal("222222222222", Single("organizations list-delegated-administrators", "DelegatedAdministrators").GetProperty("Id").GetString());
        Assert.Equal("cloudtrail.amazonaws.com", Single("organizations list-delegated-services-for-account --account-id 222222222222", "DelegatedServices").GetProperty("ServicePrincipal").GetString());
        Assert.Contains("(AccountAlreadyRegisteredException)", Refused($"organizations register-delegated-administrator {registration}"), StringComparison.Ordinal);
        Run($"organizations deregister-delegated-administrator {registration}");
        Assert.Contains("(AccountNotRegisteredException)", Refused($"organizations deregister-delegated-administrator {registration}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_types_and_tags_are_kept()
    {
        var root = Single("organizations list-roots", "Roots").GetProperty("Id").GetString();
        const string type = "SERVICE_CONTROL_POLICY";

        Run($"organizations enable-policy-type --root-id {root} --policy-type {type}");

        Assert.Equal("p-FullAWSAccess", Single($"organizations list-policies --filter {type}", "Policies").GetProperty("Id").GetString());
        Assert.Equal("p-FullAWSAccess", Single($"organizations list-policies-for-target --target-id {root} --filter {type}", "Policies").GetProperty("Id").GetString());
        Assert.Equal(46, Run("organizations list-targets-for-policy --policy-id p-FullAWSAccess").GetProperty("Targets").GetArrayLength());
        Run($"organizations disable-policy-type --root-id {root} --policy-type {type}");

        Run("organizations tag-resource --resource-id 222222222222 --tags Key=team,Value=audit Key=stage,Value=test");
        Run("organizations untag-resource --resource-id 222222222222 --tag-keys stage");
        Assert.Equal("audit", Single("organizations list-tags-for-resource --resource-id 222222222222", "Tags").GetProperty("Value").GetString());
    }

    private JsonElement Single(string command, string list) => Assert.Single(Run(command).GetProperty(list).EnumerateArray());
}
