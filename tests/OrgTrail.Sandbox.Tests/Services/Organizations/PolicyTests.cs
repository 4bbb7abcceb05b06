using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.Organizations;

public sealed class PolicyTests
{
    private const string Scp = "SERVICE_CONTROL_POLICY";
    private readonly ServiceProbe _probe = ServiceProbe.WithOrganization(members: ServiceProbe.Member);

    [Fact]
    public void An_enabled_type_is_told_by_the_root_and_attached_everywhere()
    {
        Assert.Empty(Attached());

        _probe.Organizations("EnablePolicyType", Type());

        Assert.Equal(Scp, (string?)_probe.Organizations("ListRoots")["Roots"]![0]!["PolicyTypes"]![0]!["Type"]);
        Assert.Equal("p-FullAWSAccess", (string?)Assert.Single(Attached())!["Id"]);
        Assert.Equal(3, _probe.Organizations("ListTargetsForPolicy", new() { ["PolicyId"] = "p-FullAWSAccess" })["Targets"]!.AsArray().Count);
    }

    [Fact]
    public void A_type_is_enabled_once_and_disabled_once()
    {
        Assert.Equal("PolicyTypeNotEnabledException", _probe.Refusal("DisablePolicyType", Type()).Code);
        _probe.Organizations("EnablePolicyType", Type());
        Assert.Equal("PolicyTypeAlreadyEnabledException", _probe.Refusal("EnablePolicyType", Type()).Code);
        _probe.Organizations("DisablePolicyType", Type());

        Assert.Empty(_probe.Organization.PolicyTypes);
    }

    [Fact]
    public void Policies_need_all_features_and_the_right_root()
    {
        Assert.Equal("RootNotFoundException", _probe.Refusal("EnablePolicyType", Type("r-none")).Code);
        Assert.Equal("INVALID_ENUM_POLICY_TYPE", (string?)_probe.Refusal("EnablePolicyType", new() { ["RootId"] = "r-exam", ["PolicyType"] = "X" }).Members["Reason"]);

        _probe.Organization.FeatureSet = "CONSOLIDATED_BILLING";

        Assert.Equal("PolicyTypeNotAvailableForOrganizationException", _probe.Refusal("EnablePolicyType", Type()).Code);
    }

    [Fact]
    public void AWSs_own_policy_can_be_read()
    {
        var policy = Assert.Single(_probe.Organizations("ListPolicies", new() { ["Filter"] = Scp })["Policies"]!.AsArray())!;
        var described = _probe.Organizations("DescribePolicy", new() { ["PolicyId"] = (string?)policy["Id"] })["Policy"]!;

        Assert.True((bool)policy["AwsManaged"]!);
        Assert.Contains("\"Allow\"", (string?)described["Content"], StringComparison.Ordinal);
        Assert.Equal("PolicyNotFoundException", _probe.Refusal("DescribePolicy", new() { ["PolicyId"] = "p-00000000" }).Code);
    }

    [Fact]
    public void Accounts_units_and_the_root_carry_tags()
    {
        foreach (var id in new[] { "r-exam", ServiceProbe.Member })
        {
            _probe.Organizations("TagResource", new() { ["ResourceId"] = id, ["Tags"] = new JsonArray(Tag("b", "2"), Tag("a", "1")) });
            _probe.Organizations("UntagResource", new() { ["ResourceId"] = id, ["TagKeys"] = new JsonArray("b") });

            var tag = Assert.Single(_probe.Organizations("ListTagsForResource", new() { ["ResourceId"] = id })["Tags"]!.AsArray())!;
            Assert.Equal(("a", "1"), ((string?)tag["Key"], (string?)tag["Value"]));
        }

        Assert.Equal("TargetNotFoundException", _probe.Refusal("ListTagsForResource", new() { ["ResourceId"] = ServiceProbe.Outsider }).Code);
    }

    [Fact]
    public void Fifty_tags_are_enough()
    {
        var tags = new JsonArray([.. Enumerable.Range(0, 51).Select(index => Tag($"k{index}", "v"))]);

        Assert.Equal("MAX_TAG_LIMIT_EXCEEDED", (string?)_probe.Refusal("TagResource", new() { ["ResourceId"] = "r-exam", ["Tags"] = tags }).Members["Reason"]);
        Assert.Equal("DUPLICATE_TAG_KEY", (string?)_probe.Refusal(
            "TagResource", new() { ["ResourceId"] = "r-exam", ["Tags"] = new JsonArray(Tag("a", "1"), Tag("a", "2")) }).Members["Reason"]);
    }

    private JsonArray Attached() =>
        _probe.Organizations("ListPoliciesForTarget", new() { ["TargetId"] = ServiceProbe.Member, ["Filter"] = Scp })["Policies"]!.AsArray();

    private static JsonObject Type(string root = "r-exam") => new() { ["RootId"] = root, ["PolicyType"] = Scp };

    private static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };
}
