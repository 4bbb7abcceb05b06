using OrgTrail.Buckets;
using OrgTrail.Deployments;
using OrgTrail.Policies;
using OrgTrail.Ports;
using OrgTrail.State;
using static OrgTrail.Core.Tests.Deployments.Planning.PlanScene;

namespace OrgTrail.Core.Tests.Deployments.Planning;

public sealed class DeploymentPreflightTests
{
    private const string Denying = """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""";

    private const string Public = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*"}]}""";

    private static readonly Problem Denied = new("AccessDenied", ProblemKind.PermissionDenied, "Denied.", "Ask.");
    private static readonly DeploymentFacts NoTrail = Right with { Trails = [], Trail = null };
    private static readonly DeploymentFacts Delegated = NoTrail with { CallerAccountId = Member, Administrators = new([Member]) };

    private static readonly (string Id, DeploymentFacts Facts, TrailSpecification Wanted)[] Table =
    [
        ("NotOrganizationManagementAccount", Right with { CallerAccountId = Member }, Acme),
        ("NotOrganizationManagementAccount", Right with { CallerAccountId = Member, Administrators = new(null, Denied) }, Acme),
        ("NotOrganizationManagementAccount", Delegated, Acme with { DelegatedAdministrators = ["333333333333"] }),
        ("OrganizationNotInAllFeaturesMode", Right with { Organization = new() { Id = "o-exampleorgid", FeatureSet = "CONSOLIDATED_BILLING", ManagementAccountId = Management } }, Acme),
        ("TrustedAccessNotEnabled", Right with { Trust = default }, Acme with { EnableTrustedAccess = false }),
        ("TrustedAccessNotEnabled", Delegated with { Trust = default }, Acme),
        ("CannotDelegateManagementAccount", Right, Acme with { DelegatedAdministrators = [Management] }),
        ("TooManyDelegatedAdministrators", Right with { Administrators = new(["333333333333", "444444444444", "555555555555"]) }, Acme with { DelegatedAdministrators = [Member] }),
        ("AccountNotFound", Right with { Candidates = Candidate(null) }, Acme with { DelegatedAdministrators = [Member] }),
        ("AccountSuspended", Right with { Candidates = Candidate(new(Member, "closing", "SUSPENDED", null)) }, Acme with { DelegatedAdministrators = [Member] }),
        ("SecondOrganizationTrail", NoTrail.With(TrailNamed("other")), Acme),
        ("SecondOrganizationTrail", Right.With(TrailNamed("acme", organization: false)).With(TrailNamed("other")), Acme),
        ("ControlTowerTrail", NoTrail.With(TrailNamed("aws-controltower-BaselineCloudTrail")), Acme),
        ("ControlTowerTrail", NoTrail, Acme.With(new() { Name = "aws-controltower-BaselineCloudTrail" })),
        ("TrailInOtherRegion", NoTrail.With(TrailNamed("acme", "eu-west-1", organization: false)), Acme with { HomeRegion = "us-east-1" }),
        ("TrailInOtherRegion", NoTrail.With(TrailNamed("acme", "eu-west-1")), Acme with { HomeRegion = "us-east-1" }),
        ("TrailInOtherRegion", NoTrail with { HiddenTrails = [new("arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme", "acme", "eu-west-1")] }, Acme with { HomeRegion = "us-east-1" }),
        ("TrailInOtherBucket", Right, Acme.With(new() { S3KeyPrefix = "trails" })),
        ("OnlyManagementAccountConverts", Delegated.With(TrailNamed("acme", account: Member, organization: false)), Acme),
        ("TooManyTrails", NoTrail with { Trails = [.. Enumerable.Range(1, 5).Select(n => TrailNamed($"t-{n}-x", organization: false))] }, Acme),
        ("TooManyTrails", NoTrail with { Trails = Crowd("eu-west-1") }, Acme),
        ("TooManyTrails", Right with { Trails = [RightTrail, .. Crowd("eu-west-1")], Trail = new(TrailNamed("acme", multiRegion: false), IsLogging: true) }, Acme),
        ("TooManyTrails", NoTrail with { HiddenTrails = [.. Crowd("us-east-1").Select(trail => new TrailListing(trail.TrailARN, trail.Name, trail.HomeRegion))] }, Acme),
        ("BucketNotFound", Right with { Bucket = new("acme-audit") { Access = BucketAccess.Absent } }, Acme),
        ("BucketNameTaken", Right with { Bucket = new("acme-audit") { Access = BucketAccess.Foreign, Region = "us-east-1" } }, Acme with { CreateBucket = true }),
        ("BucketNameTaken", Right with { Bucket = new("acme-audit") { Access = BucketAccess.Hidden } }, Acme with { CreateBucket = true }),
        ("BucketInOtherRegion", Right, Acme with { BucketRegion = "eu-west-1" }),
        ("InsufficientBucketPolicy", Right with { Bucket = RightBucket with { Policy = new(Denying) } }, Acme),
        ("MalformedPolicy", Right with { Bucket = RightBucket with { Policy = new("{") } }, Acme),
        ("PublicPolicyBlocked", Right with { Bucket = RightBucket with { Policy = new(Public) } }, Acme),
        ("PublicPolicyBlocked", Right with { Bucket = RightBucket with { Policy = new(Public) } }, Acme with { CreateBucket = true }),
        ("PublicPolicyBlocked", Right with { Bucket = RightBucket with { Policy = new(TransportDenial.Merge(Public, "arn:aws:s3:::acme-audit").Policy) } }, Acme with { CreateBucket = true }),
        ("PublicPolicyBlocked", Right with { Bucket = RightBucket with { Policy = new(Public), PublicAccessBlock = default } }, Acme with { CreateBucket = true }),
        ("KmsKeyNotFound", Right with { Key = new(new(null, Denied), new(null, Denied)) { Missing = Denied with { Id = "KmsKeyNotFound" } } }, Acme.With(new() { KmsKeyId = "alias/none" })),
        ("KmsKeyWrongRegion", Right with { Key = new(new(Key("eu-west-1")), default) }, Acme.With(new() { KmsKeyId = KeyArn })),
        ("KmsKeyWrongRegion", Right with { Key = new(new(null, Denied), new(null, Denied)) }, Acme.With(new() { KmsKeyId = KeyArn.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal) })),
        ("KmsKeyNotFound", Right.With(TrailNamed("acme", key: KeyArn)) with { Key = new(new(null, Denied), new(null, Denied)) { Missing = Denied with { Id = "KmsKeyNotFound" } } }, Acme),
        ("KmsKeyNotEnabled", Right.With(TrailNamed("acme", key: KeyArn)) with { Key = new(new(Key() with { State = "Disabled" }), default) }, Acme),
        ("InsufficientKeyPolicy", Right with { Key = new(new(Key()), new(Denying)) }, Acme.With(new() { KmsKeyId = KeyArn })),
        ("LogGroupInOtherRegion", Right, Logging("eu-west-1", Management, Management)),
        ("LogGroupInOtherAccount", Right, Logging("us-east-1", Member, Management)),
        ("LogGroupInOtherAccount", Right, Logging("us-east-1", Management, Member)),
        ("InvalidInsightSelectors", Right, Acme with { EventSelectors = new() { Basic = [new() { ReadWriteType = "ReadOnly" }] }, InsightSelectors = new() { Selectors = [new() { InsightType = "ApiCallRateInsight" }] } }),
    ];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var (row, index) in Table.Select((row, index) => (row, index))) cases.Add(index, row.Id);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_obstacle_is_one_problem_with_advice(int row, string id)
    {
        var problem = Assert.Single(await ProblemsAsync(Table[row].Wanted, Table[row].Facts));

        Assert.Equal(id, problem.Id);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public async Task Accounts_that_are_active_or_cannot_be_seen_may_become_delegated_administrators()
    {
        var wanted = Acme with { DelegatedAdministrators = [Member] };

        Assert.Empty(await ProblemsAsync(wanted, Right with { Candidates = Candidate(new(Member, "audit", "ACTIVE", null)) }));
        Assert.Empty(await ProblemsAsync(wanted, Right with { Candidates = new Dictionary<string, Observed<Account?>> { [Member] = new(null, Denied) } }));
    }

    [Fact]
    public async Task A_second_trail_and_a_second_home_Region_can_be_allowed()
    {
        Assert.Empty(await ProblemsAsync(Acme, NoTrail.With(TrailNamed("other")), allowDuplicate: true));
        Assert.Empty(await ProblemsAsync(Acme with { HomeRegion = "us-east-1" }, NoTrail.With(TrailNamed("acme", "eu-west-1", organization: false)), allowDuplicate: true));
    }

    [Fact]
    public async Task A_trail_that_is_there_already_is_no_obstacle_to_itself_and_another_is_only_a_caution()
    {
        var both = Right.With(TrailNamed("other"));

        Assert.Empty(await ProblemsAsync(Acme, both));
        Assert.Contains(await WarningsAsync(Acme, both), caution => caution.Contains("trail/other", StringComparison.Ordinal));
        Assert.Empty(await WarningsAsync(Acme, Right));
    }

    [Fact]
    public async Task A_public_policy_is_the_owners_affair_where_nothing_blocks_it_and_where_it_is_not_written()
    {
        var complete = TrailBucketPolicy.Merge(Public, new DeploymentAim(Acme, Right).Delivery).Policy;

        Assert.Empty(await ProblemsAsync(Acme, Right with { Bucket = RightBucket with { Policy = new(Public), PublicAccessBlock = default } }));
        Assert.Empty(await ProblemsAsync(Acme, Right with { Bucket = RightBucket with { Policy = new(complete) } }));
    }

    [Fact]
    public async Task Trails_that_only_cover_another_Region_leave_room_for_one_that_does_not_cover_it()
    {
        Assert.Empty(await ProblemsAsync(Acme.With(new() { IsMultiRegionTrail = false }), NoTrail with { Trails = Crowd("eu-west-1") }));
        Assert.Empty(await ProblemsAsync(Acme, Right with { Trails = [RightTrail, .. Crowd("us-east-1").Take(4), .. Crowd("eu-west-1").Take(4)] }));
    }

    [Fact]
    public async Task A_move_can_be_forced() => Assert.Empty(await ProblemsAsync(Acme.With(new() { S3KeyPrefix = "trails" }), Right, force: true));

    [Fact]
    public async Task An_account_trail_of_a_member_under_the_same_name_is_no_concern_of_the_management_account() =>
        Assert.Empty(await ProblemsAsync(Acme, NoTrail.With(TrailNamed("acme", "eu-west-1", account: Member, organization: false))));

    [Fact]
    public async Task What_cannot_be_seen_is_a_caution()
    {
        var facts = Right with
        {
            Trust = new(null, Denied),
            Bucket = RightBucket with { Policy = new(null, Denied) },
            Key = new(new(Key()), new(null, Denied with { What = "The policy of the key cannot be seen." })),
            HiddenTrails = [new("arn:aws:cloudtrail:eu-west-1:111111111111:trail/far", "far", "eu-west-1")],
        };

        Assert.Equal(4, (await WarningsAsync(Acme.With(new() { KmsKeyId = KeyArn }), facts)).Count);
        Assert.Empty(await ProblemsAsync(Acme.With(new() { KmsKeyId = KeyArn }), facts));
    }

    [Fact]
    public async Task Delegated_administrators_that_are_not_wanted_are_a_caution() =>
        Assert.Contains(
            "333333333333",
            Assert.Single(await WarningsAsync(Acme with { DelegatedAdministrators = [Member] }, Right with { Administrators = new([Member, "333333333333"]) })),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_home_Region_that_must_be_opted_in_to_is_a_caution_for_a_new_trail() =>
        Assert.Contains(await WarningsAsync(Acme with { HomeRegion = "eu-central-2" }, NoTrail), caution => caution.Contains("opted in", StringComparison.Ordinal));

    private static TrailSpecification Logging(string region, string groupAccount, string roleAccount) => Acme.With(new()
    {
        CloudWatchLogsLogGroupArn = $"arn:aws:logs:{region}:{groupAccount}:log-group:trails:*",
        CloudWatchLogsRoleArn = $"arn:aws:iam::{roleAccount}:role/trails",
    });

    private static Trail[] Crowd(string region) => [.. Enumerable.Range(1, 5).Select(n => TrailNamed($"crowd-{n}", region, organization: false, multiRegion: false))];

    private static Dictionary<string, Observed<Account?>> Candidate(Account? account) => new() { [Member] = new(account) };
}
