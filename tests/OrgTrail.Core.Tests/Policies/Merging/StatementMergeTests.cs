using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

public sealed class StatementMergeTests
{
    private const string Write = "'Effect':'Allow','Principal':{'Service':'cloudtrail.amazonaws.com'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::my-organization-bucket/AWSLogs/111111111111/*'";
    private const string Other = "arn:aws:cloudtrail:us-east-1:111111111111:trail/other";

    [Fact]
    public void A_statement_that_is_there_is_not_added_again()
    {
        var policy = Example.Policy($"{{'Sid':'W',{Write}}}");
        var merged = StatementMerge.AddMissing(policy, Example.Policy($"{{{Write},'Sid':'W'}}"), []);
        Assert.False(merged.Changed);
        Assert.Same(policy, merged.Policy);
    }

    // So it is when a policy was built from the live one, which now is merged into that.
    [Fact]
    public void Nor_is_one_that_a_served_trail_has_joined()
    {
        var live = Example.Policy(For($"'{Other}'"));
        Assert.False(StatementMerge.AddMissing(live, Example.Policy(For($"['{Other}','{Example.TrailArn}']")), [Example.Delivery]).Changed);
        Assert.True(StatementMerge.AddMissing(live, Example.Policy(For($"['{Other}','{Example.TrailArn}']")), []).Changed);
    }

    [Fact]
    public void Nor_is_one_that_lets_in_fewer_trails() =>
        Assert.False(StatementMerge.AddMissing(Example.Policy(For($"['{Other}','x']")), Example.Policy(For("'x'")), []).Changed);

    [Fact]
    public void Statements_of_ours_for_served_trails_are_left_to_the_merge_by_meaning() =>
        Assert.False(StatementMerge.AddMissing(null, Example.Built, [Example.Delivery]).Changed);

    // It was lost: whoever gave the policy wants its other trails in, too.
    [Theory]
    [InlineData("")]
    [InlineData(",'Condition':{'StringEquals':{'aws:SourceArn':'" + Other + "'}}")]
    [InlineData(",'Condition':{'StringEquals':{'aws:SourceArn':['" + Other + "','" + Example.TrailArn + "']}}")]
    public void A_statement_like_ours_that_lets_in_others_is_added(string condition) =>
        Assert.Equal(["add Statement[0]"], StatementMerge.AddMissing(null, Example.Policy($"{{{Write}{condition}}}"), [Example.Delivery]).Changes);

    [Fact]
    public void A_Deny_is_added_unless_it_is_there_word_for_word()
    {
        var there = Example.Policy(For($"['{Other}','x']").Replace("Allow", "Deny", StringComparison.Ordinal));
        Assert.False(StatementMerge.AddMissing(there, there, []).Changed);
        Assert.True(StatementMerge.AddMissing(there, Example.Policy(For("'x'").Replace("Allow", "Deny", StringComparison.Ordinal)), []).Changed);
    }

    private static string For(string arns) => $"{{{Write},'Condition':{{'StringEquals':{{'aws:SourceArn':{arns}}}}}}}";
}
