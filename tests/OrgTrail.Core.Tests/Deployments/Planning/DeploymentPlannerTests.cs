using OrgTrail.Buckets;
using OrgTrail.Deployments;
using OrgTrail.Policies;
using static OrgTrail.Core.Tests.Deployments.Planning.PlanScene;

namespace OrgTrail.Core.Tests.Deployments.Planning;

public sealed class DeploymentPlannerTests
{
    private const string NoStatement = """{"Version":"2012-10-17","Statement":[]}""";

    private static readonly Problem Denied = new("AccessDenied", ProblemKind.PermissionDenied, "Denied.", "Ask.");

    private static readonly EventSelectors WritesOnly = new() { Basic = [new() { ReadWriteType = "WriteOnly" }] };

    private static readonly Dictionary<string, string> Team = new() { ["Team"] = "security" };

    // What is there, what is wanted, and the steps that are due.
    private static readonly (string What, DeploymentFacts Facts, TrailSpecification Wanted, string Due)[] Table =
    [
        ("nothing", Nothing, Acme with { CreateBucket = true }, "TrustedAccess, Bucket, BucketPolicy, Trail, Logging, Verification"),
        ("trusted access alone", Nothing with { Trust = Right.Trust }, Acme with { CreateBucket = true }, "Bucket, BucketPolicy, Trail, Logging, Verification"),
        ("a bare bucket", Nothing with { Bucket = RightBucket with { Policy = default } }, Acme, "TrustedAccess, BucketPolicy, Trail, Logging, Verification"),
        ("a bucket with its policy", Nothing with { Bucket = RightBucket }, Acme, "TrustedAccess, Trail, Logging, Verification"),
        ("a trail that does not log", Right.With(RightTrail, isLogging: false), Acme, "Logging, Verification"),
        ("an account trail", Right.With(TrailNamed("acme", organization: false)), Acme, "Trail, Verification"),
        ("an account trail after trusted access was disabled", Right.With(TrailNamed("acme", organization: false)) with { Trust = default }, Acme, "TrustedAccess, Trail, Verification"),
        ("everything", Right, Acme, ""),
        ("everything but settings that are not asked of a bucket", Right with { Bucket = RightBucket with { Versioning = default, PublicAccessBlock = default } }, Acme, ""),
        ("everything but settings of a bucket that is set up", Right with { Bucket = RightBucket with { Versioning = default } }, Acme with { CreateBucket = true }, "Bucket, BucketPolicy, Verification"),
        ("a policy of another trail", Right with { Bucket = RightBucket with { Policy = new(PolicyFor("other")) } }, Acme, "BucketPolicy, Verification"),
        ("a prefix that is not asked about", Right.With(TrailNamed("acme", prefix: "trails")) with { Bucket = RightBucket with { Policy = new(PolicyFor("acme", "trails")) } }, Acme, ""),
        ("default selectors, wanted by name", Right with { Trail = Right.Trail! with { EventSelectors = EventSelectors.Default } }, Acme with { EventSelectors = new() { Basic = [new()] } }, ""),
        ("default selectors, others wanted", Right with { Trail = Right.Trail! with { EventSelectors = EventSelectors.Default } }, Acme with { EventSelectors = WritesOnly }, "EventSelectors, Verification"),
        ("no trail, default selectors wanted", Right with { Trails = [], Trail = null }, Acme with { EventSelectors = EventSelectors.Default }, "Trail, Logging, Verification"),
        ("no insights, some wanted", Right with { Trail = Right.Trail! with { InsightSelectors = new() } }, Acme with { InsightSelectors = new() { Selectors = [new() { InsightType = "ApiErrorRateInsight" }] } }, "InsightSelectors, Verification"),
        ("insights, none wanted", Right with { Trail = Right.Trail! with { InsightSelectors = new() { Selectors = [new() { InsightType = "ApiErrorRateInsight" }] } } }, Acme with { InsightSelectors = new() }, "InsightSelectors, Verification"),
        ("other tags", Right with { Trail = Right.Trail! with { Tags = new Dictionary<string, string> { ["Owner"] = "audit" } } }, Acme.With(new() { Tags = Team }), "Tags, Verification"),
        ("the tags and others", Right with { Trail = Right.Trail! with { Tags = new Dictionary<string, string>(Team) { ["Owner"] = "audit" } } }, Acme.With(new() { Tags = Team }), ""),
        ("no trail, tags wanted", Right with { Trails = [], Trail = null }, Acme.With(new() { Tags = Team }), "Trail, Logging, Verification"),
        ("another delegated administrator", Right with { Administrators = new(["333333333333"]) }, Acme with { DelegatedAdministrators = [Member] }, "DelegatedAdministrators, Verification"),
        ("the delegated administrator and another", Right with { Administrators = new([Member, "333333333333"]) }, Acme with { DelegatedAdministrators = [Member] }, ""),
        ("trust that cannot be seen", Right with { Trust = new(null, Denied) }, Acme, ""),
        ("a bucket of another account", Right with { Bucket = new("acme-audit") { Access = BucketAccess.Foreign, Region = "us-east-1" } }, Acme, ""),
        ("a key whose policy does not let CloudTrail in", Right with { Key = new(new(Key()), new(NoStatement)) }, Acme.With(new() { KmsKeyId = "alias/audit" }), "KeyPolicy, Trail, Verification"),
        ("a key that the trail has, whose policy does not let CloudTrail in", Right.With(TrailNamed("acme", key: KeyArn)) with { Key = new(new(Key()), new(NoStatement)) }, Acme, "KeyPolicy, Verification"),
        ("a key that the trail has, and a bucket that is set up with its own encryption", Right.With(TrailNamed("acme", key: KeyArn)) with { Key = new(new(Key()), new(TrailKeyPolicy.Build([TrailKeyUse.For(Management, "us-east-1", "acme", KeyArn)]))), Bucket = RightBucket with { Policy = new(TransportDenial.Merge(PolicyFor("acme"), "arn:aws:s3:::acme-audit").Policy) } }, Acme with { CreateBucket = true }, ""),
        ("a key that the trail shall no longer have", Right.With(TrailNamed("acme", key: KeyArn)), Acme.With(new() { KmsKeyId = "" }), "Trail, Verification"),
    ];

    public static TheoryData<string> Cases => [.. Table.Select(row => row.What)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_due_follows_from_what_is_there(string what)
    {
        var (_, facts, wanted, due) = Table.Single(row => row.What == what);

        Assert.Equal(due, Due(wanted, facts));
        Assert.Empty(await ProblemsAsync(wanted, facts));
    }

    [Fact]
    public void Steps_stand_in_the_order_in_which_they_depend_on_each_other()
    {
        var wanted = Acme.With(new() { KmsKeyId = "alias/audit", Tags = Team }) with
        {
            EventSelectors = EventSelectors.Default,
            InsightSelectors = new(),
            DelegatedAdministrators = [Member],
        };
        var facts = Right with { Key = new(new(Key()), new(NoStatement)), Trail = Right.Trail! with { Tags = Team } };

        Assert.Equal(
            ["AllFeatures", "TrustedAccess", "Bucket", "BucketPolicy", "KeyPolicy", "Trail", "EventSelectors", "InsightSelectors", "Tags", "DelegatedAdministrators", "Logging", "Verification"],
            Plan(wanted, facts).Select(step => step.Id));
    }

    [Fact]
    public void What_nothing_is_asked_of_has_no_step() =>
        Assert.Equal(
            ["AllFeatures", "TrustedAccess", "Bucket", "BucketPolicy", "Trail", "Logging", "Verification"],
            Plan(Acme, Right).Select(step => step.Id));

    [Fact]
    public void What_cannot_be_seen_is_unknown_and_not_right()
    {
        var steps = Plan(Acme, Right with { Trust = new(null, Denied), Bucket = new("acme-audit") { Access = BucketAccess.Hidden } });

        Assert.Equal(
            ["TrustedAccess", "Bucket", "BucketPolicy"],
            steps.Where(step => step.Planned.Outcome == StepOutcome.Unknown).Select(step => step.Id));
    }

    [Fact]
    public void A_key_is_compared_by_its_ARN_whatever_name_it_is_wanted_by()
    {
        var facts = Right.With(TrailNamed("acme", key: KeyArn)) with { Key = new(new(Key()), new(NoStatement)) };

        Assert.Equal("KeyPolicy, Verification", Due(Acme.With(new() { KmsKeyId = "alias/audit" }), facts));
    }

    [Fact]
    public void A_step_tells_what_was_there_and_each_difference()
    {
        var step = Plan(Acme, Right.With(TrailNamed("acme", organization: false))).Single(step => step.Id == "Trail").Planned;

        Assert.Equal(StepOutcome.Planned, step.Outcome);
        Assert.Equal(["IsOrganizationTrail: False -> True"], step.Changes);
        Assert.StartsWith("account trail acme, all Regions", step.Before, StringComparison.Ordinal);
    }
}
