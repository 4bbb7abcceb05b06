using OrgTrail.Operations;

namespace OrgTrail.Core.Tests.Operations.Tags;

public sealed class TagChangesTests
{
    private static readonly Dictionary<string, string> Live = new() { ["Team"] = "audit", ["Env"] = "prod" };

    [Fact]
    public void Tags_that_are_so_already_and_tags_that_are_not_mentioned_are_no_change() =>
        Assert.True(TagChanges.Between(Live, new Dictionary<string, string> { ["Team"] = "audit" }).IsEmpty);

    [Fact]
    public void Only_what_differs_is_sent_and_told()
    {
        var changes = TagChanges.Between(Live, new Dictionary<string, string> { ["Team"] = "security", ["Env"] = "prod", ["team"] = "x" });

        Assert.Equal(["tag Team: audit -> security", "tag team: (none) -> x"], changes.Texts);
        Assert.Equal(new Dictionary<string, string> { ["Team"] = "security", ["team"] = "x" }, changes.Tags);
    }

    [Fact]
    public void A_trail_never_gets_more_than_50_tags()
    {
        var most = Tags(50);

        Assert.Equal(50, TagChanges.Between(Tags(0), most).Tags.Count);
        Assert.True(TagChanges.Between(most, most).IsEmpty);
        var problem = Assert.Throws<OrgTrailException>(() => TagChanges.Between(Live, Tags(49))).Problem;
        Assert.Equal("TooManyTags", problem.Id);
        Assert.Equal("The trail has 2 tags, and would have 51.", problem.What);
    }

    [Theory]
    [InlineData("aws:cloudformation", 1, "InvalidTag")]
    [InlineData("AWS:x", 1, "InvalidTag")]
    [InlineData("", 1, "InvalidTag")]
    [InlineData("key", 257, "InvalidTag")]
    [InlineData("key", 256, null)]
    [InlineData("awsome", 0, null)]
    public void Tags_that_CloudTrail_would_refuse_are_named(string key, int valueLength, string? id) =>
        Assert.Equal(id, TagRules.Faults(new Dictionary<string, string> { [key] = new('v', valueLength) }).SingleOrDefault()?.Id);

    private static Dictionary<string, string> Tags(int count) => Enumerable.Range(0, count).ToDictionary(n => $"k{n}", _ => "v");
}
