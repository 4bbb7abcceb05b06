using System.Text;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests.Services;

public sealed class ReplacedStateTests
{
    private const string Policy = """{"Statement":[]}""";
    private readonly ServiceProbe _probe = new();

    public ReplacedStateTests()
    {
        _probe.Organizations("CreateOrganization");
        _probe.Organizations("CreateAccount", new() { ["Email"] = "audit@example.com", ["AccountName"] = "audit" });
        _probe.Organizations("CreateOrganizationalUnit", new() { ["ParentId"] = _probe.Organization.RootId, ["Name"] = "security" });
        _probe.Organizations("InviteAccountToOrganization", new() { ["Target"] = new JsonObject { ["Id"] = ServiceProbe.Member, ["Type"] = "ACCOUNT" } });
        _probe.Query("iam", "CreateRole", new() { ["RoleName"] = "Logs", ["AssumeRolePolicyDocument"] = Policy });
        _probe.Query("sts", "GetSessionToken");
        _probe.Query("sns", "CreateTopic", new() { ["Name"] = "acme" });
        _probe.Json("logs", "CreateLogGroup", new() { ["logGroupName"] = "logs" });
    }

    [Fact]
    public void Everything_is_written_and_read_back()
    {
        var written = StateText.Write(_probe.State, _probe.Clock.Now);
        var rewritten = StateText.Write(StateText.Read(written, "The test"), _probe.Clock.Now);

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(rewritten));
        Assert.Contains("\"security\"", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Fact]
    public void Services_see_the_state_that_took_the_place_of_theirs()
    {
        _probe.State.TakeOver(new SandboxState());

        Assert.Empty(_probe.Query("sns", "ListTopics").Element("Topics")!.Elements());
        Assert.Equal("NotFound", _probe.QueryRefusal("sns", "GetTopicAttributes", new() { ["TopicArn"] = "arn:aws:sns:us-east-1:111111111111:acme" }).Code);
        Assert.Equal("NoSuchEntity", _probe.QueryRefusal("iam", "GetRole", new() { ["RoleName"] = "Logs" }).Code);
        Assert.Empty(_probe.Json("logs", "DescribeLogGroups")["logGroups"]!.AsArray());
        Assert.Equal("AWSOrganizationsNotInUseException", _probe.Refusal("DescribeOrganization").Code);
        var missing = Assert.Throws<Sandbox.Protocol.AwsErrorException>(() => _probe.Json(
            "logs", "ListTagsForResource", new() { ["resourceArn"] = "arn:aws:logs:us-east-1:111111111111:log-group:logs" }));
        Assert.Equal("ResourceNotFoundException", missing.Code);
    }

    [Fact]
    public void So_do_the_pages()
    {
        var state = new SandboxState { Organizations = { EmptyPages = true, Organization = _probe.Organization } };
        _probe.State.TakeOver(state);

        Assert.Empty(_probe.Organizations("ListAccounts")["Accounts"]!.AsArray());
    }
}
