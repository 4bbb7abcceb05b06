using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random trails: the wanted one half right, and others.</summary>
internal static class RandomTrails
{
    private static readonly DateTimeOffset Started = new Faults.StandingTime().GetUtcNow().AddDays(-10);

    /// <summary>Adds trails.</summary>
    public static void Fill(SandboxState state, Draw draw, string caller, bool isSettled)
    {
        var organization = state.Organizations.Organization!;
        // Without trusted access an organization's trail is an account trail (Organizations user guide, "AWS CloudTrail and AWS Organizations").
        var mayBeOrganizations = organization.FeatureSet == "ALL" && organization.TrustedServices.Count > 0;
        var trails = state.CloudTrail.Trails;
        if (isSettled || draw.Percent(50)) trails.Add(Wanted(state, draw, caller, mayBeOrganizations, isSettled));
        if (!isSettled && draw.Percent(7)) trails.Add(Other(Names.Trail, Names.Elsewhere, mayBeOrganizations && draw.Percent(50)));
        if (mayBeOrganizations && draw.Percent(10)) trails.Add(Other(Names.OtherTrail, draw.Of(Names.Home, Names.Elsewhere), isOrganizations: true, bucket: draw.Of("theirs", Names.Bucket)));
        else if (draw.Percent(20)) trails.Add(Other(Names.OtherTrail, Names.Home, isOrganizations: false, bucket: draw.Of("theirs", Names.Bucket)));
        if (mayBeOrganizations && !isSettled && draw.Percent(5)) trails.Add(Other(Names.ControlTowerTrail, Names.Home, isOrganizations: true));
        if (caller != Names.Management && draw.Percent(8)) trails.Add(Other(Names.Trail, draw.Of(Names.Home, Names.Elsewhere), isOrganizations: false, caller));
        if (draw.Percent(7)) Crowd(trails, draw);
        if (trails.Exists(trail => trail.IsOrganizationTrail)) RandomOrganization.AddRole(state);
    }

    private static SandboxTrail Wanted(SandboxState state, Draw draw, string caller, bool mayBeOrganizations, bool isSettled)
    {
        var isMultiRegion = isSettled || draw.Percent(60);
        var trail = new SandboxTrail
        {
            Name = Names.Trail,
            OwnerAccountId = Names.Management,
            HomeRegion = Names.Home,
            S3BucketName = isSettled || draw.Percent(90) ? Names.Bucket : Names.OtherBucket,
            S3KeyPrefix = draw.Of(null, null, Names.Prefix),
            IsOrganizationTrail = mayBeOrganizations && (isSettled || draw.Percent(caller == Names.Management ? 60 : 85)),
            IsMultiRegionTrail = isMultiRegion,
            IncludeGlobalServiceEvents = isMultiRegion || draw.Percent(50),
            LogFileValidationEnabled = isSettled || draw.Percent(60),
            KmsKeyId = draw.Percent(60) ? null : draw.Percent(95) ? draw.Of([.. state.Kms.Keys]).Arn : Names.KeyArn(Names.KeyId, Names.Home, Names.Workload),
            Tags = draw.Of(new Dictionary<string, string>(), new() { ["Theirs"] = "1" }, new() { ["Theirs"] = "2", ["Team"] = "nobody" }),
            CreationTime = Started,
        };
        if (isSettled || draw.Percent(60)) (trail.IsLogging, trail.StartLoggingTime) = (true, Started);
        FillRecording(trail, draw);
        FillDestinations(trail, draw, caller);
        return trail;
    }

    private static void FillRecording(SandboxTrail trail, Draw draw)
    {
        var recording = draw.Percent(50) ? Recording.Default : draw.Of([.. Recording.All]);
        if (recording != Recording.Default)
        {
            var selectors = JsonNode.Parse(recording.Json)!.AsArray();
            if (recording.IsBasic) trail.EventSelectors = selectors;
            else trail.AdvancedEventSelectors = selectors;
        }

        if (recording.Writes && draw.Percent(20)) trail.InsightSelectors = [new JsonObject { ["InsightType"] = draw.Of("ApiCallRateInsight", "ApiErrorRateInsight") }];
    }

    private static void FillDestinations(SandboxTrail trail, Draw draw, string caller)
    {
        if (draw.Percent(15)) (trail.SnsTopicName, trail.SnsTopicArn) = (Names.Topic, RandomDestinations.TopicArn(caller));
        if (draw.Percent(15)) (trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn) = (RandomDestinations.GroupArn(caller), RandomDestinations.RoleArn(caller));
    }

    private static void Crowd(List<SandboxTrail> trails, Draw draw)
    {
        var region = draw.Of(Names.Home, Names.Elsewhere);
        var taken = trails.Count(trail => trail.OwnerAccountId == Names.Management && (trail.HomeRegion == region || trail.IsMultiRegionTrail));
        foreach (var number in Enumerable.Range(1, draw.Between(4, 5) - taken)) trails.Add(Other($"crowd-{number}", region, isOrganizations: false));
    }

    private static SandboxTrail Other(string name, string region, bool isOrganizations, string owner = Names.Management, string bucket = "theirs") => new()
    {
        Name = name,
        OwnerAccountId = owner,
        HomeRegion = region,
        S3BucketName = bucket,
        IsOrganizationTrail = isOrganizations,
        IsMultiRegionTrail = isOrganizations,
        Tags = new() { ["Theirs"] = "1" },
        CreationTime = Started,
    };
}
