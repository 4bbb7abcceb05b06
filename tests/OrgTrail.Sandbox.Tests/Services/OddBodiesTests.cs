using System.Text;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.Services.Kms;
using OrgTrail.Sandbox.Tests.Services.CloudTrail;

namespace OrgTrail.Sandbox.Tests.Services;

/// <summary>Whatever a client sends to CloudTrail or KMS, it gets an answer or one of AWS's refusals.</summary>
public sealed class OddBodiesTests
{
    private static readonly string[] Values =
    [
        "null", "true", "5", "-1e300", "\"\"", "\"x\"", "\"arn:\"", "\"arn:aws:cloudtrail:us-east-1:111111111111:trail/acme\"", "\"arn:aws:kms:::key/\"", "\"alias/\"",
        "[]", "[null]", "[[]]", "[{}]", "[5]", "[\"x\"]", "[\"arn:aws:cloudtrail:x\"]", "{}", "{\"a\":1}",
        "[{\"FieldSelectors\":[null]}]", "[{\"FieldSelectors\":[{\"Field\":\"eventCategory\",\"Equals\":[null]}]}]", "[{\"DataResources\":[{}]}]", "[{\"DataResources\":[{\"Type\":\"AWS::S3::Object\",\"Values\":[null]}]}]",
        "[{\"InsightType\":5}]", "[{\"Key\":null}]", "[{\"TagKey\":[]}]", "\"\\ud800\"", "\"o'; DROP TABLE\\u0000\"",
    ];

    private static readonly string[] CloudTrailMembers =
    [
        "Name", "TrailName", "S3BucketName", "S3KeyPrefix", "SnsTopicName", "CloudWatchLogsLogGroupArn", "CloudWatchLogsRoleArn", "KmsKeyId", "IsOrganizationTrail", "IsMultiRegionTrail",
        "TagsList", "trailNameList", "includeShadowTrails", "NextToken", "EventSelectors", "AdvancedEventSelectors", "InsightSelectors", "EventDataStore", "ResourceId", "ResourceIdList",
        "MemberAccountId", "DelegatedAdminAccountId", "StartTime", "EndTime", "MaxResults",
    ];

    private static readonly string[] KmsMembers =
        ["KeyId", "TargetKeyId", "AliasName", "Policy", "PolicyName", "Description", "KeySpec", "KeyUsage", "Origin", "MultiRegion", "Tags", "TagKeys", "Limit", "Marker", "PendingWindowInDays", "RotationPeriodInDays"];

    public static TheoryData<string> CloudTrailOperations =>
    [
        "CreateTrail", "UpdateTrail", "DeleteTrail", "GetTrail", "DescribeTrails", "ListTrails", "GetTrailStatus", "StartLogging", "StopLogging", "PutEventSelectors", "GetEventSelectors",
        "PutInsightSelectors", "GetInsightSelectors", "AddTags", "RemoveTags", "ListTags", "ListPublicKeys", "RegisterOrganizationDelegatedAdmin", "DeregisterOrganizationDelegatedAdmin",
    ];

    public static TheoryData<string> KmsOperations =>
    [
        "CreateKey", "EnableKey", "DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion", "DescribeKey", "ListKeys", "UpdateKeyDescription", "GetKeyPolicy", "PutKeyPolicy",
        "CreateAlias", "UpdateAlias", "DeleteAlias", "ListAliases", "EnableKeyRotation", "DisableKeyRotation", "GetKeyRotationStatus", "TagResource", "UntagResource", "ListResourceTags",
    ];

    [Theory]
    [MemberData(nameof(CloudTrailOperations))]
    public void CloudTrail_answers_or_refuses(string operation)
    {
        using var scene = new Scene();
        scene.CreateOrganizationTrail();
        Try(new CloudTrailService(scene.Context), operation, new() { ["Name"] = "\"acme\"", ["TrailName"] = "\"acme\"", ["S3BucketName"] = "\"acme-audit\"" }, CloudTrailMembers);
    }

    [Theory]
    [MemberData(nameof(KmsOperations))]
    public void KMS_answers_or_refuses(string operation)
    {
        using var scene = new Scene();
        scene.State.Kms.Keys.Add(new() { Arn = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555", Policy = "{}" });
        Try(new KmsService(scene.Context), operation, new() { ["KeyId"] = "\"11111111-2222-3333-4444-555555555555\"" }, KmsMembers);
    }

    [Theory]
    [InlineData("""{"Name":"acme","Name":"acme"}""")]
    [InlineData("""{"Name":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"TagsList":[{"Key":"a","Key":"b"}]}""")]
    [InlineData("""["Name"]""")]
    [InlineData("""{""")]
    public void What_is_no_JSON_of_ours_is_refused(string body)
    {
        using var scene = new Scene();
        var refusal = Assert.Throws<AwsErrorException>(() => new CloudTrailService(scene.Context).Answer(Call("cloudtrail", "GetTrail", body)));
        Assert.Equal("SerializationException", refusal.Code);
    }

    private static void Try(JsonService service, string operation, Dictionary<string, string> basis, string[] members)
    {
        var refused = 0;
        foreach (var (member, value) in members.SelectMany(member => Values.Select(value => (member, value))))
        {
            var body = new Dictionary<string, string>(basis) { [member] = value };
            try
            {
                service.Answer(Call(service.SigningName, operation, $"{{{string.Join(',', body.Select(pair => $"\"{pair.Key}\":{pair.Value}"))}}}"));
            }
            catch (AwsErrorException)
            {
                refused++;
            }
        }

        Assert.True(refused > 0, operation);
    }

    private static ServiceCall Call(string service, string operation, string body) => new(
        new HttpRequest("POST", "/", "", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body)), service, operation, "us-east-1", Scene.Management, Scene.Management);
}
