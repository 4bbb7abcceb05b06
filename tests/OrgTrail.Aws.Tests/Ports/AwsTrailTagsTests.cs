using OrgTrail.Aws.Tests.Support;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsTrailTagsTests : ConnectionTest
{
    private const string Arn = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme";

    private static TrailArn Trail => TrailArn.TryParse(Arn, out var arn, out _) ? arn : throw new InvalidOperationException();

    [Fact]
    public async Task Tags_come_from_all_pages_also_behind_empty_ones()
    {
        Aws.On("CloudTrail", "ListTags")
            .AnswersOnce($$"""{"ResourceTagList":[{"ResourceId":"{{Arn}}","TagsList":[{"Key":"team","Value":"security"}]}],"NextToken":"1"}""")
            .AnswersOnce("""{"NextToken":"2"}""")
            .AnswersOnce($$"""{"ResourceTagList":[{"ResourceId":"{{Arn}}"},{"ResourceId":"{{Arn}}","TagsList":[{"Key":"bare"}]}]}""");
        using var cloud = await ConnectAsync(ByHand);

        var tags = await cloud.TrailsIn("eu-west-1").Tags.ListAsync(Trail, default);

        Assert.Equal(new Dictionary<string, string> { ["team"] = "security", ["bare"] = "" }, tags);
        Assert.Equal([null, "1", "2"], Aws.Calls.Select(call => call.Member("NextToken")));
        Assert.All(Aws.Calls, call => Assert.Equal($"""["{Arn}"]""", call.Member("ResourceIdList")));
    }

    [Fact]
    public async Task A_trail_without_tags_has_none()
    {
        Aws.On("CloudTrail", "ListTags").Answers("""{"ResourceTagList":[]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Empty(await cloud.TrailsIn("eu-west-1").Tags.ListAsync(Trail, default));
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task Tags_are_added_with_their_values()
    {
        Aws.On("CloudTrail", "AddTags").Answers("{}");
        using var cloud = await ConnectAsync(ByHand);
        var tags = cloud.TrailsIn("eu-west-1").Tags;

        await tags.AddAsync(Trail, new Dictionary<string, string> { ["team"] = "security", ["empty"] = "" }, default);

        Assert.Equal(
            $$"""{"ResourceId":"{{Arn}}","TagsList":[{"Key":"team","Value":"security"},{"Key":"empty","Value":""}]}""",
            Assert.Single(Aws.Calls).Text);
    }
}
