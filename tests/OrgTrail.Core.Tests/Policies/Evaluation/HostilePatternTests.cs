using System.Diagnostics;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Evaluation;

/// <summary>Who may write a policy chooses its patterns: 20 KB of the worst of them cost no more than others.</summary>
public sealed class HostilePatternTests
{
    // What a policy of 20 KB has room for.
    private const int Room = 19_000;
    private const int Holes = 10;

    // Far more than these take on two busy cores, and a hundredth of what the worst of them took; the steps are counted below.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Pieces { get; } = ["*", "*a", "*?", "?*", "a*?", "*a?", "**?a", "?", "a", "*/", "*0*1", "*cloudtrail", "${aws:SourceArn}*", "${"];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void As_a_resource(string piece)
    {
        Bounded(() => Judge(Statement("s3:PutObject", Example.BucketArn + Repeated(piece))));
        Bounded(() => Judge(Statement("s3:PutObject", Repeated(piece))));
        Bounded(() => Judge(Statement("s3:PutObject", Example.BucketArn + Repeated(piece)).Replace("Allow", "Deny", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void As_an_action(string piece) => Bounded(() => Judge(Statement("s3:" + Repeated(piece), "*")));

    [Theory]
    [MemberData(nameof(Pieces))]
    public void As_the_value_of_a_condition(string piece)
    {
        foreach (var comparison in (string[])["StringLike", "StringNotLike", "ArnLike", "ForAnyValue:StringLike", "StringEqualsIgnoreCase"])
        {
            Bounded(() => Judge(Statement("s3:PutObject", "*", $",'Condition':{{'{comparison}':{{'aws:SourceArn':'arn:aws:cloudtrail:us-east-1:1{Repeated(piece)}'}}}}")));
            Bounded(() => Judge(Statement("s3:PutObject", "*", $",'Condition':{{'{comparison}':{{'aws:UserAgent':'{Repeated(piece)}'}}}}")));
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void In_many_statements(string piece)
    {
        var statement = Statement("s3:*" + piece, Example.BucketArn + "/" + Repeated(piece, 150));
        Bounded(() => Judge(string.Join(",", Enumerable.Repeat(statement, Room / (statement.Length + 1)))));
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void In_the_policy_of_a_key_and_of_a_topic(string piece)
    {
        var resource = Statement("kms:*", Repeated(piece));
        Bounded(() => TrailKeyPolicy.Merge(Example.Policy(resource), [Example.KeyUse]));
        Bounded(() => KeyPolicyAnalysis.Analyze(Example.Policy(resource), Example.UseOf(key: null)));
        var topic = TrailTopicUse.For("arn:aws:sns:us-east-1:111111111111:t", Example.Account, "us-east-1", Example.Trail);
        Bounded(() => TrailTopicPolicy.Merge(Example.Policy(Statement("sns:" + Repeated(piece, 9000), Repeated(piece, 9000))), topic));
    }

    // Each question whether a hole can be a character is a step: a pattern of twice the length asks at most twice as often.
    [Theory]
    [InlineData("*")]
    [InlineData("*a")]
    [InlineData("*?a")]
    [InlineData("a*b?")]
    [InlineData("a")]
    public void The_steps_grow_with_the_pattern_and_not_with_its_square(string piece)
    {
        var (once, twice) = (Steps(Repeated(piece, 10_000)), Steps(Repeated(piece, 20_000)));
        Assert.True(twice <= (2 * once) + 1000, $"{once} steps, then {twice}");
        Assert.InRange(twice, 0, 20_000 * 2 * Holes);
    }

    private static int Steps(string pattern)
    {
        var steps = 0;
        var hole = SymbolicText.Hole("counted", _ => steps++ >= 0, minimum: 1);
        var text = Enumerable.Repeat(hole, Holes).Aggregate((left, right) => left + "/" + right);
        Glob.Parse(pattern).Match(text);
        return steps;
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[[")]
    public void Deep_nesting_is_malformed_and_no_crash(string opening) => Bounded(() =>
        Assert.Equal("MalformedPolicy", Assert.Throws<OrgTrailException>(() => BucketPolicyAnalysis.Analyze(Repeated(opening), Example.Delivery)).Problem.Id));

    // A policy of another length than the service takes was never accepted by it: nothing is made of it.
    [Theory]
    [InlineData(20_481 - 24)]
    [InlineData(400_000)]
    [InlineData(50_000_000)]
    public void What_is_too_large_is_refused_before_it_is_evaluated(int length) => Bounded(() =>
    {
        var policy = $$"""{"Id":"{{new string('x', length)}}","Statement":[]}""";
        Assert.Equal("PolicyTooLarge", Assert.Throws<OrgTrailException>(() => BucketPolicyAnalysis.Analyze(policy, Example.Delivery)).Problem.Id);
        Assert.Equal("PolicyTooLarge", Assert.Throws<OrgTrailException>(() => TrailBucketPolicy.Merge(policy, Example.Delivery)).Problem.Id);
        Assert.Equal("PolicyTooLarge", Assert.Throws<OrgTrailException>(() => StatementMerge.AddMissing(null, policy, [])).Problem.Id);
    });

    private static void Judge(string statements)
    {
        var policy = Example.Policy(statements);
        BucketPolicyAnalysis.Analyze(policy, Example.Delivery);
        TrailBucketPolicy.Merge(policy, Example.Delivery);
    }

    private static string Statement(string action, string resource, string condition = "") =>
        $"{{'Effect':'Allow','Principal':{{'Service':'cloudtrail.amazonaws.com'}},'Action':'{action}','Resource':'{resource}'{condition}}}";

    private static string Repeated(string piece, int length = Room) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static void Bounded(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        Assert.True(watch.Elapsed < Limit, $"It took {watch.Elapsed}.");
    }
}
