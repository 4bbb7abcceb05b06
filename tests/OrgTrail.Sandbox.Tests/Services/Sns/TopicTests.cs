namespace OrgTrail.Sandbox.Tests.Services.Sns;

public sealed class TopicTests
{
    private const string Arn = "arn:aws:sns:us-east-1:111111111111:acme";
    private readonly ServiceProbe _probe = new();

    [Fact]
    public void A_topic_begins_with_the_policy_that_lets_its_owner_in()
    {
        Create();

        var attributes = Attributes();
        Assert.Contains("__default_statement_ID", attributes["Policy"], StringComparison.Ordinal);
        Assert.Equal(ServiceProbe.Management, attributes["Owner"]);
        Assert.Equal(Arn, attributes["TopicArn"]);
    }

    [Fact]
    public void Its_policy_can_be_set()
    {
        Create();

        _probe.Query("sns", "SetTopicAttributes", Attribute("Policy", """{"Statement":[]}"""));

        Assert.Equal("""{"Statement":[]}""", Attributes()["Policy"]);
        Assert.Equal("InvalidParameter", _probe.QueryRefusal("sns", "SetTopicAttributes", Attribute("Policy", "{")).Code);
        Assert.Equal("InvalidParameter", _probe.QueryRefusal("sns", "SetTopicAttributes", Attribute("Owner", "me")).Code);
    }

    [Fact]
    public void Creating_it_again_tells_its_ARN()
    {
        Assert.Equal(Arn, Create());
        Assert.Equal(Arn, Create());
        Assert.Single(_probe.State.Sns.Topics);
    }

    [Fact]
    public void It_is_listed_in_its_Region_and_account_only()
    {
        Create();

        Assert.Single(_probe.Query("sns", "ListTopics").Element("Topics")!.Elements());
        Assert.Empty(_probe.Query("sns", "ListTopics", region: "eu-west-1").Element("Topics")!.Elements());
        Assert.Empty(_probe.Query("sns", "ListTopics", account: ServiceProbe.Member).Element("Topics")!.Elements());
        Assert.Equal("AuthorizationError", _probe.QueryRefusal("sns", "GetTopicAttributes", Topic(), ServiceProbe.Member).Code);
        Assert.Equal("InvalidParameter", _probe.QueryRefusal("sns", "GetTopicAttributes", Topic(), region: "eu-west-1").Code);
    }

    [Fact]
    public void It_can_be_deleted_twice()
    {
        Create();
        _probe.Query("sns", "DeleteTopic", Topic());
        _probe.Query("sns", "DeleteTopic", Topic());

        var refusal = _probe.QueryRefusal("sns", "GetTopicAttributes", Topic());
        Assert.Equal(("NotFound", 404), (refusal.Code, refusal.Status));
    }

    [Fact]
    public void It_carries_tags_and_other_attributes_from_the_beginning()
    {
        _probe.Query("sns", "CreateTopic", new()
        {
            ["Name"] = "acme",
            ["Attributes.entry.1.key"] = "DisplayName",
            ["Attributes.entry.1.value"] = "Acme",
            ["Tags.member.1.Key"] = "team",
            ["Tags.member.1.Value"] = "audit",
        });

        Assert.Equal("Acme", Attributes()["DisplayName"]);
        var tags = _probe.Query("sns", "ListTagsForResource", new() { ["ResourceArn"] = Arn });
        Assert.Equal("audit", tags.Element("Tags")!.Element("member")!.Element("Value")!.Value);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("x.y")]
    public void Names_that_are_none_are_refused(string name)
    {
        Assert.Equal("InvalidParameter", _probe.QueryRefusal("sns", "CreateTopic", new() { ["Name"] = name }).Code);
    }

    private string Create() => _probe.Query("sns", "CreateTopic", new() { ["Name"] = "acme" }).Element("TopicArn")!.Value;

    private Dictionary<string, string> Attributes() => _probe.Query("sns", "GetTopicAttributes", Topic())
        .Element("Attributes")!.Elements("entry").ToDictionary(entry => entry.Element("key")!.Value, entry => entry.Element("value")!.Value);

    private static Dictionary<string, string> Topic() => new() { ["TopicArn"] = Arn };

    private static Dictionary<string, string> Attribute(string name, string value) =>
        new() { ["TopicArn"] = Arn, ["AttributeName"] = name, ["AttributeValue"] = value };
}
