using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

public sealed class EventSelectorRulesTests
{
    private const string Category = "eventCategory";

    /// <summary>Selectors, and the one thing that is wrong with them.</summary>
    public static TheoryData<string, EventSelectors> Refused => new()
    {
        { "there is none, and a trail has at least one", new() },
        { "a trail has either the ones or the others", new() { Basic = [new()], Advanced = EventSelectors.Default.Advanced } },
        { "6 basic event selectors, and a trail has at most 5", new() { Basic = [.. Enumerable.Repeat(new EventSelector(), 6)] } },
        { "251 data resources, and a trail has at most 250", Objects(Buckets(251)) },
        { "251 data resources", new() { Basic = [.. Objects(Buckets(126)).Basic, .. Objects(Buckets(125)).Basic] } },
        { "EventSelector[0]: ReadWriteType is 'Write', and not one of All, ReadOnly, WriteOnly", Basic(new() { ReadWriteType = "Write" }) },
        { "ReadWriteType is 'all'", Basic(new() { ReadWriteType = "all" }) },
        { "'s3.amazonaws.com', and only kms.amazonaws.com and rdsdata.amazonaws.com can be excluded", Basic(new() { ExcludeManagementEventSources = ["kms.amazonaws.com", "s3.amazonaws.com"] }) },
        { "has the type 'AWS::SNS::Topic'", Basic(new() { DataResources = [new() { Type = "AWS::SNS::Topic", Values = ["arn:aws:sns"] }] }) },
        { "AWS::Lambda::Function has no Values; arn:aws:lambda means all", Basic(new() { DataResources = [new() { Type = "AWS::Lambda::Function" }] }) },
        { "'arn:aws:s3:::*/' does not mean AWS::S3::Object", Objects(["arn:aws:s3:::*/"]) },
        { "'arn:aws:s3:::bucket' does not mean", Objects(["arn:aws:s3:::bucket"]) },
        { "'arn:aws:s3:::/prefix' does not mean", Objects(["arn:aws:s3:::/prefix"]) },
        { "'arn:aws:s3:::bucket/*' does not mean", Objects(["arn:aws:s3:::bucket/*"]) },
        { "'arn:aws:lambda' does not mean AWS::S3::Object", Objects(["arn:aws:lambda"]) },
        { "'arn:amazon:s3' does not mean", Objects(["arn:amazon:s3"]) },
        { "'*' does not mean", Objects(["*"]) },
        { "'bucket/' does not mean", Objects(["bucket/"]) },
        { "does not mean AWS::DynamoDB::Table", Basic(new() { DataResources = [new() { Type = "AWS::DynamoDB::Table", Values = ["arn:aws:dynamodb:us-east-1:111111111111:stream/x"] }] }) },
        { "501 values, and a trail has at most 500", Data(Equal("eventName", [.. Names(499)])) },
        { "AdvancedEventSelector[0] 'xxxxxxxxxxxxxxxxxxxx", Advanced([new() { Name = new string('x', 1001), FieldSelectors = [Equal(Category, "Management")] }]) },
        { "its name has 1001 characters, and may have 1000", Advanced([new() { Name = new string('x', 1001), FieldSelectors = [Equal(Category, "Management")] }]) },
        { "AdvancedEventSelector[0]: eventCategory is required, with Equals and one of Management, Data, NetworkActivity", Selector(Equal("readOnly", "true")) },
        { "eventCategory is required", Selector() },
        { "eventCategory has 'Insight', and takes only Management and Data and NetworkActivity", Selector(Equal(Category, "Insight")) },
        { "eventCategory has 2 values, and takes one; add a selector", Selector(Equal(Category, "Data", "Management")) },
        { "eventCategory has StartsWith, and takes only Equals", Selector(new AdvancedFieldSelector { Field = Category, StartsWith = ["Management"] }) },
        { "eventCategory stands in 2 field selectors", Selector(Equal(Category, "Management"), Equal(Category, "Management")) },
        { "resources.type is required, with Equals and one value", Selector(Equal(Category, "Data")) },
        { "resources.type has 2 values, and takes one", Selector(Equal(Category, "Data"), Equal("resources.type", "AWS::S3::Object", "AWS::Lambda::Function")) },
        { "resources.type has StartsWith, and takes only Equals", Selector(Equal(Category, "Data"), new() { Field = "resources.type", StartsWith = ["AWS::S3"] }) },
        { "eventSource is required, with Equals and one value", Selector(Equal(Category, "NetworkActivity")) },
        { "eventSource has NotEquals, and takes only Equals", Selector(Equal(Category, "NetworkActivity"), new() { Field = "eventSource", NotEquals = ["ec2.amazonaws.com"] }) },
        { "errorCode has 'AccessDenied', and takes only VpceAccessDenied", Selector(Equal(Category, "NetworkActivity"), Equal("eventSource", "ec2.amazonaws.com"), Equal("errorCode", "AccessDenied")) },
        { "errorCode has NotEquals, and takes only Equals", Selector(Equal(Category, "NetworkActivity"), Equal("eventSource", "ec2.amazonaws.com"), new() { Field = "errorCode", NotEquals = ["VpceAccessDenied"] }) },
        { "'readOnly' is no field for NetworkActivity events", Selector(Equal(Category, "NetworkActivity"), Equal("eventSource", "ec2.amazonaws.com"), Equal("readOnly", "true")) },
        { "'eventName' is no field for Management events of trails; allowed are eventCategory, readOnly, eventSource", Selector(Equal(Category, "Management"), Equal("eventName", "CreateUser")) },
        { "'userIdentity.arn' is no field for Management", Selector(Equal(Category, "Management"), Equal("userIdentity.arn", "arn:aws:iam::111111111111:user/a")) },
        { "'vpcEndpointId' is no field for Data", Data(Equal("vpcEndpointId", "vpce-1")) },
        { "'EventName' is no field for Data", Data(Equal("EventName", "PutObject")) },
        { "eventSource has Equals, and takes only NotEquals", Selector(Equal(Category, "Management"), Equal("eventSource", "kms.amazonaws.com")) },
        { "eventSource has 's3.amazonaws.com', and takes only kms.amazonaws.com and rdsdata.amazonaws.com", Selector(Equal(Category, "Management"), new() { Field = "eventSource", NotEquals = ["s3.amazonaws.com"] }) },
        { "readOnly has 'yes', and takes only true and false", Data(Equal("readOnly", "yes")) },
        { "readOnly has 2 values, and takes one", Data(Equal("readOnly", "true", "false")) },
        { "readOnly has NotEquals, and takes only Equals", Data(new AdvancedFieldSelector { Field = "readOnly", NotEquals = ["true"] }) },
        { "sessionCredentialFromConsole has EndsWith, and takes only Equals and NotEquals", Data(new AdvancedFieldSelector { Field = "sessionCredentialFromConsole", EndsWith = ["true"] }) },
        { "eventName has no value; give one with Equals", Data(new AdvancedFieldSelector { Field = "eventName" }) },
        { "eventName has a value that is empty or too long; values have 1 to 2048 characters", Data(Equal("eventName", "")) },
        { "resources.ARN has a value that is empty or too long", Data(Equal("resources.ARN", new string('a', 2049))) },
        { "eventName has 'Put*', and selectors know no wildcards; use StartsWith 'Put'", Data(Equal("eventName", "Put*")) },
    };

    /// <summary>Selectors at the edge of what is allowed.</summary>
    public static TheoryData<string, EventSelectors> Accepted => new()
    {
        { "the default", EventSelectors.Default },
        { "the basic default", Basic(new()) },
        { "five", new() { Basic = [.. Enumerable.Repeat(new EventSelector(), 5)] } },
        { "250 resources", Objects(Buckets(250)) },
        { "all resources do not count", Objects([.. Buckets(250), "arn:aws:s3", "arn:aws:s3:::"]) },
        { "all of each type", Basic(new() { DataResources = [All("AWS::S3::Object", "s3"), All("AWS::Lambda::Function", "lambda"), All("AWS::DynamoDB::Table", "dynamodb")] }) },
        { "single functions and tables", Basic(new() { DataResources = [One("AWS::Lambda::Function", "arn:aws:lambda:us-east-1:111111111111:function:f"), One("AWS::DynamoDB::Table", "arn:aws:dynamodb:us-east-1:111111111111:table/t")] }) },
        { "other partitions", Objects(["arn:aws-cn:s3", "arn:aws-us-gov:s3:::bucket/a"]) },
        { "excluded sources", Basic(new() { ReadWriteType = "WriteOnly", ExcludeManagementEventSources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"] }) },
        { "excluded sources of advanced ones", Selector(Equal(Category, "Management"), Equal("readOnly", "false"), new() { Field = "eventSource", NotEquals = ["kms.amazonaws.com", "rdsdata.amazonaws.com"] }) },
        { "500 values", Data(Equal("eventName", [.. Names(498)])) },
        { "every field of data events", EveryDataField },
        { "every field of network activity", Selector(Equal(Category, "NetworkActivity"), Equal("eventSource", "ec2.amazonaws.com"), Equal("eventName", "RunInstances"), Equal("errorCode", "VpceAccessDenied"), Equal("vpcEndpointId", "vpce-1"), Equal("userIdentity.arn", "a")) },
        { "every operator at once", Data(new AdvancedFieldSelector { Field = "eventName", Equals = ["a"], StartsWith = ["b"], EndsWith = ["c"], NotEquals = ["d"], NotStartsWith = ["e"], NotEndsWith = ["f"] }) },
        { "longest texts", Advanced([new() { Name = new string('x', 1000), FieldSelectors = [Equal(Category, "Data"), Equal("resources.type", "AWS::S3::Object"), Equal("resources.ARN", new string('a', 2048))] }]) },
    };

    private static EventSelectors EveryDataField => Data(
        Equal("readOnly", "true"), Equal("eventName", "GetObject"), Equal("eventSource", "s3.amazonaws.com"), Equal("eventType", "AwsApiCall"),
        new() { Field = "resources.ARN", StartsWith = ["arn:aws:s3:::bucket/"] }, new() { Field = "sessionCredentialFromConsole", NotEquals = ["true"] }, Equal("userIdentity.arn", "a"));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Selectors_that_CloudTrail_would_refuse_are_refused_with_what_is_allowed(string fault, EventSelectors selectors)
    {
        var problem = Assert.Throws<OrgTrailException>(() => EventSelectorRules.Require(selectors)).Problem;

        Assert.Equal("InvalidEventSelectors", problem.Id);
        Assert.Equal(ProblemKind.InvalidInput, problem.Kind);
        Assert.Contains(fault, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Advice);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Selectors_at_the_edge_pass(string what, EventSelectors selectors)
    {
        Assert.NotEmpty(what);
        EventSelectorRules.Require(selectors);
    }

    [Fact]
    public void Every_broken_rule_of_every_selector_is_named_at_once()
    {
        var problem = Assert.Throws<OrgTrailException>(() => EventSelectorRules.Require(Advanced(
        [
            new() { Name = "reads", FieldSelectors = [Equal(Category, "Data"), Equal("readOnly", "maybe")] },
            new() { FieldSelectors = [Equal(Category, "Management"), Equal("eventName", "x*")] },
        ]))).Problem;

        Assert.StartsWith("The event selectors break 4 rules: ", problem.What, StringComparison.Ordinal);
        Assert.Contains("AdvancedEventSelector[0] 'reads': readOnly has 'maybe'", problem.What, StringComparison.Ordinal);
        Assert.Contains("AdvancedEventSelector[0] 'reads': resources.type is required", problem.What, StringComparison.Ordinal);
        Assert.Contains("AdvancedEventSelector[1]: eventName has 'x*'", problem.What, StringComparison.Ordinal);
        Assert.Contains("AdvancedEventSelector[1]: 'eventName' is no field", problem.What, StringComparison.Ordinal);
    }

    private static EventSelectors Basic(EventSelector selector) => new() { Basic = [selector] };

    private static EventSelectors Objects(string[] values) => Basic(new() { DataResources = [new() { Type = "AWS::S3::Object", Values = values }] });

    private static EventSelectors Advanced(AdvancedEventSelector[] selectors) => new() { Advanced = selectors };

    private static EventSelectors Selector(params AdvancedFieldSelector[] fields) => Advanced([new() { FieldSelectors = fields }]);

    private static EventSelectors Data(params AdvancedFieldSelector[] fields) =>
        Selector([Equal(Category, "Data"), Equal("resources.type", "AWS::S3::Object"), .. fields]);

    private static AdvancedFieldSelector Equal(string field, params string[] values) => new() { Field = field, Equals = values };

    private static DataResource All(string type, string service) => One(type, $"arn:aws:{service}");

    private static DataResource One(string type, string value) => new() { Type = type, Values = [value] };

    private static string[] Buckets(int count) => [.. Names(count).Select(name => $"arn:aws:s3:::{name}/")];

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(n => $"n{n}");
}
