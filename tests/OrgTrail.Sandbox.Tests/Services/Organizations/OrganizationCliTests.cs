using System.Text.Json;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class OrganizationCliTests() : CliTest(new() { Organization = false })
{
    [Fact]
    public void An_organization_comes_and_goes()
    {
        Assert.Contains("AWSOrganizationsNotInUseException", Refused("organizations describe-organization"), StringComparison.Ordinal);

        var id = Run("organizations create-organization").GetProperty("Organization").GetProperty("Id").GetString();

        Assert.Equal(id, Run("organizations describe-organization").GetProperty("Organization").GetProperty("Id").GetString());
        Assert.Contains("AlreadyInOrganizationException", Refused("organizations create-organization"), StringComparison.Ordinal);
        Run("organizations delete-organization");
        Assert.Contains("AWSOrganizationsNotInUseException", Refused("organizations describe-organization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_features_are_completed()
    {
        Run("organizations create-organization --feature-set CONSOLIDATED_BILLING");
        var refusal = Refused("organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com");
        Assert.Contains("ConstraintViolationException", refusal, StringComparison.Ordinal);

        var handshake = Run("organizations enable-all-features").GetProperty("Handshake").GetProperty("Id").GetString();

        Assert.Equal("OPEN", Run($"organizations describe-handshake --handshake-id {handshake}").GetProperty("Handshake").GetProperty("State").GetString());
        Assert.Equal(handshake, First(Run("organizations list-handshakes-for-organization"), "Handshakes").GetProperty("Id").GetString());
        Assert.Equal(handshake, First(Run("organizations list-handshakes-for-account"), "Handshakes").GetProperty("Id").GetString());
        Assert.Equal("ACCEPTED", Run($"organizations accept-handshake --handshake-id {handshake}").GetProperty("Handshake").GetProperty("State").GetString());
        Assert.Equal("ALL", Run("organizations describe-organization").GetProperty("Organization").GetProperty("FeatureSet").GetString());
        Assert.Contains("HandshakeConstraintViolationException", Refused("organizations enable-all-features"), StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_are_created_sorted_into_units_and_closed()
    {
        Run("organizations create-organization");
        var request = Run("organizations create-account --email audit@example.com --account-name audit").GetProperty("CreateAccountStatus").GetProperty("Id").GetString();
        var status = Run($"organizations describe-create-account-status --create-account-request-id {request}").GetProperty("CreateAccountStatus");
        var account = status.GetProperty("AccountId").GetString();
        var root = First(Run("organizations list-roots"), "Roots").GetProperty("Id").GetString();
        var unit = Run($"organizations create-organizational-unit --parent-id {root} --name security").GetProperty("OrganizationalUnit").GetProperty("Id").GetString();

        Run($"organizations move-account --account-id {account} --source-parent-id {root} --destination-parent-id {unit}");

        Assert.Equal("SUCCEEDED", status.GetProperty("State").GetString());
        Assert.Equal(unit, First(Run($"organizations list-organizational-units-for-parent --parent-id {root}"), "OrganizationalUnits").GetProperty("Id").GetString());
        Assert.Equal(unit, First(Run($"organizations list-parents --child-id {account}"), "Parents").GetProperty("Id").GetString());
        Assert.Equal(account, First(Run($"organizations list-accounts-for-parent --parent-id {unit}"), "Accounts").GetProperty("Id").GetString());
        Assert.Equal(account, First(Run($"organizations list-children --parent-id {unit} --child-type ACCOUNT"), "Children").GetProperty("Id").GetString());
        Assert.Contains("OrganizationNotEmptyException", Refused("organizations delete-organization"), StringComparison.Ordinal);
        Run($"organizations close-account --account-id {account}");
        Assert.Equal("PENDING_CLOSURE", Run($"organizations describe-account --account-id {account}").GetProperty("Account").GetProperty("State").GetString());
    }

    private static JsonElement First(JsonElement answer, string list) => answer.GetProperty(list)[0];
}
