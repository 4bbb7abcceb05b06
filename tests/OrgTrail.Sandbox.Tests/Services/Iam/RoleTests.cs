namespace OrgTrail.Sandbox.Tests.Services.Iam;

public sealed class RoleTests
{
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    private readonly ServiceProbe _probe = new();

    [Fact]
    public void A_role_is_read_back_with_its_policy_percent_encoded()
    {
        Create("CloudTrailLogs");

        var role = _probe.Query("iam", "GetRole", Role("CloudTrailLogs")).Element("Role")!;

        Assert.Equal("arn:aws:iam::111111111111:role/CloudTrailLogs", role.Element("Arn")!.Value);
        Assert.Equal(Trust, Uri.UnescapeDataString(role.Element("AssumeRolePolicyDocument")!.Value));
        Assert.DoesNotContain('"', role.Element("AssumeRolePolicyDocument")!.Value);
        Assert.Equal("2026-01-01T00:00:00Z", role.Element("CreateDate")!.Value);
    }

    [Fact]
    public void Roles_belong_to_one_account()
    {
        Create("CloudTrailLogs");

        var refusal = _probe.QueryRefusal("iam", "GetRole", Role("CloudTrailLogs"), ServiceProbe.Member);

        Assert.Equal(("NoSuchEntity", 404), (refusal.Code, refusal.Status));
    }

    [Fact]
    public void Names_are_taken_in_any_case()
    {
        Create("CloudTrailLogs");

        Assert.Equal("EntityAlreadyExists", _probe.QueryRefusal("iam", "CreateRole", CreateInput("cloudtraillogs")).Code);
    }

    [Fact]
    public void A_role_is_deleted_after_its_policies()
    {
        Create("Logs");
        _probe.Query("iam", "PutRolePolicy", RolePolicy("Logs", """{"Statement":[]}"""));
        _probe.Query("iam", "AttachRolePolicy", new() { ["RoleName"] = "Logs", ["PolicyArn"] = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        Assert.Equal("DeleteConflict", _probe.QueryRefusal("iam", "DeleteRole", Role("Logs")).Code);

        _probe.Query("iam", "DetachRolePolicy", new() { ["RoleName"] = "Logs", ["PolicyArn"] = "arn:aws:iam::aws:policy/ReadOnlyAccess" });
        Assert.Equal("DeleteConflict", _probe.QueryRefusal("iam", "DeleteRole", Role("Logs")).Code);

        _probe.Query("iam", "DeleteRolePolicy", RolePolicy("Logs"));
        _probe.Query("iam", "DeleteRole", Role("Logs"));

        Assert.Empty(_probe.State.Iam.Roles);
    }

    [Fact]
    public void Policies_are_listed_and_read_by_name()
    {
        Create("Logs");
        _probe.Query("iam", "PutRolePolicy", RolePolicy("Logs", """{"Statement":[]}"""));
        _probe.Query("iam", "AttachRolePolicy", new() { ["RoleName"] = "Logs", ["PolicyArn"] = "arn:aws:iam::aws:policy/ReadOnlyAccess" });

        Assert.Equal("write", _probe.Query("iam", "ListRolePolicies", Role("Logs")).Element("PolicyNames")!.Element("member")!.Value);
        Assert.Equal("%7B%22Statement%22%3A%5B%5D%7D", _probe.Query("iam", "GetRolePolicy", RolePolicy("Logs")).Element("PolicyDocument")!.Value);
        var attached = _probe.Query("iam", "ListAttachedRolePolicies", Role("Logs")).Element("AttachedPolicies")!.Element("member")!;
        Assert.Equal("ReadOnlyAccess", attached.Element("PolicyName")!.Value);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void What_is_no_policy_is_refused(string policy)
    {
        Assert.Equal("MalformedPolicyDocument", _probe.QueryRefusal("iam", "CreateRole", CreateInput("Logs", policy)).Code);
    }

    [Fact]
    public void Lists_are_cut_at_MaxItems()
    {
        foreach (var name in new[] { "c", "a", "b" }) Create(name);

        var first = _probe.Query("iam", "ListRoles", new() { ["MaxItems"] = "2" });
        var second = _probe.Query("iam", "ListRoles", new() { ["MaxItems"] = "2", ["Marker"] = first.Element("Marker")!.Value });

        Assert.Equal(["a", "b"], first.Element("Roles")!.Elements().Select(role => role.Element("RoleName")!.Value));
        Assert.Equal("true", first.Element("IsTruncated")!.Value);
        Assert.Equal(["c"], second.Element("Roles")!.Elements().Select(role => role.Element("RoleName")!.Value));
        Assert.Equal("false", second.Element("IsTruncated")!.Value);
    }

    [Fact]
    public void CloudTrails_own_role_is_created_once_and_deleted_as_a_task()
    {
        var input = new Dictionary<string, string> { ["AWSServiceName"] = "cloudtrail.amazonaws.com" };
        var role = _probe.Query("iam", "CreateServiceLinkedRole", input).Element("Role")!;
        Assert.Equal("arn:aws:iam::111111111111:role/aws-service-role/cloudtrail.amazonaws.com/AWSServiceRoleForCloudTrail", role.Element("Arn")!.Value);
        Assert.Equal("InvalidInput", _probe.QueryRefusal("iam", "CreateServiceLinkedRole", input).Code);
        Assert.Equal("UnmodifiableEntity", _probe.QueryRefusal("iam", "DeleteRole", Role("AWSServiceRoleForCloudTrail")).Code);

        var task = _probe.Query("iam", "DeleteServiceLinkedRole", Role("AWSServiceRoleForCloudTrail")).Element("DeletionTaskId")!.Value;

        Assert.Equal("SUCCEEDED", _probe.Query("iam", "GetServiceLinkedRoleDeletionStatus", new() { ["DeletionTaskId"] = task }).Element("Status")!.Value);
        Assert.Equal("NoSuchEntity", _probe.QueryRefusal("iam", "GetRole", Role("AWSServiceRoleForCloudTrail")).Code);
    }

    [Fact]
    public void Tags_are_added_and_taken_away()
    {
        Create("Logs");
        _probe.Query("iam", "TagRole", new() { ["RoleName"] = "Logs", ["Tags.member.1.Key"] = "a", ["Tags.member.1.Value"] = "1", ["Tags.member.2.Key"] = "b", ["Tags.member.2.Value"] = "2" });
        _probe.Query("iam", "UntagRole", new() { ["RoleName"] = "Logs", ["TagKeys.member.1"] = "a" });

        Assert.Equal("b", _probe.Query("iam", "ListRoleTags", Role("Logs")).Element("Tags")!.Element("member")!.Element("Key")!.Value);
    }

    private void Create(string name) => _probe.Query("iam", "CreateRole", CreateInput(name));

    private static Dictionary<string, string> CreateInput(string name, string policy = Trust) =>
        new() { ["RoleName"] = name, ["AssumeRolePolicyDocument"] = policy };

    private static Dictionary<string, string> Role(string name) => new() { ["RoleName"] = name };

    private static Dictionary<string, string> RolePolicy(string role, string? policy = null)
    {
        var input = new Dictionary<string, string> { ["RoleName"] = role, ["PolicyName"] = "write" };
        if (policy is not null) input["PolicyDocument"] = policy;
        return input;
    }
}
