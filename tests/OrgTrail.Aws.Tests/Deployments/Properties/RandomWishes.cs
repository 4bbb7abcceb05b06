using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Random wanted states, by the names of their settings.</summary>
internal static class RandomWishes
{
    /// <summary>Draws a wanted state that can be read, as a rule, and that mentions little, as people do.</summary>
    public static IReadOnlyDictionary<string, object?> Draw(Draw draw, SandboxState state, string caller, bool isSettled, bool force)
    {
        var wanted = new Dictionary<string, object?>
        {
            ["Name"] = draw.Percent(isSettled ? 0 : 8) ? draw.Of(Names.OtherTrail, Names.OtherTrail, Names.OtherTrail, Names.ControlTowerTrail) : Names.Trail,
            ["S3BucketName"] = draw.Percent(force ? 40 : isSettled ? 0 : 5) ? Names.OtherBucket : Names.Bucket,
        };
        AddPlace(wanted, draw, isSettled);
        if (draw.Percent(35)) wanted["S3KeyPrefix"] = draw.Percent(force ? 40 : 75) ? PrefixOf(state, wanted) : draw.Of("", Names.Prefix, "a/b");
        AddBucket(wanted, draw, state, caller, isSettled);
        if (isSettled && draw.Percent(50)) return wanted;

        AddDestinations(wanted, draw, caller);
        AddSwitches(wanted, draw);
        AddRecording(wanted, draw);
        AddOrganization(wanted, draw, state, caller);
        return wanted;
    }

    private static void AddPlace(Dictionary<string, object?> wanted, Draw draw, bool isSettled)
    {
        if (draw.Percent(35)) wanted["HomeRegion"] = isSettled || draw.Percent(80) ? Names.Home : draw.Of(Names.Elsewhere, Names.Elsewhere, Names.Elsewhere, "ap-south-1");
        if (draw.Percent(20)) wanted["BucketRegion"] = draw.Percent(85) ? Names.Home : Names.Elsewhere;
    }

    // Most people know where their trail delivers.
    private static string PrefixOf(SandboxState state, Dictionary<string, object?> wanted) =>
        state.CloudTrail.Trails.Find(trail => trail.Name == (string)wanted["Name"]!) is { } trail ? trail.S3KeyPrefix ?? "" : Names.Prefix;

    private static void AddBucket(Dictionary<string, object?> wanted, Draw draw, SandboxState state, string caller, bool isSettled)
    {
        var bucket = state.S3.Buckets.GetValueOrDefault((string)wanted["S3BucketName"]!);
        if (!draw.Percent(bucket is null ? 90 : bucket.OwnerAccountId == caller ? 45 : 20)) return;
        wanted["CreateBucket"] = true;
        if (isSettled && draw.Percent(50)) return;
        if (draw.Percent(20)) (wanted["ObjectLockMode"], wanted[draw.Of("ObjectLockDays", "ObjectLockDays", "ObjectLockYears")]) = (draw.Of("GOVERNANCE", "compliance"), draw.Of<object>(1, 30, 3L));
        if (draw.Percent(20)) wanted["ArchiveAfterDays"] = draw.Of<object>(1, 90L, 400);
        if (draw.Percent(20)) wanted["ExpireAfterDays"] = draw.Of<object>(30, 400L, 2000);
        if (draw.Percent(25)) wanted["AccessLogBucket"] = Names.AccessLogs;
        if (wanted.ContainsKey("AccessLogBucket") && draw.Percent(50)) wanted["AccessLogPrefix"] = draw.Of("acme/", "");
    }

    private static void AddDestinations(Dictionary<string, object?> wanted, Draw draw, string caller)
    {
        if (draw.Percent(45)) wanted["KmsKeyId"] = Key(draw, caller);
        if (draw.Percent(20)) wanted["SnsTopicName"] = draw.Of("", Names.Topic, Names.Topic, RandomDestinations.TopicArn(caller), RandomDestinations.TopicArn(Names.Management));
        if (!draw.Percent(20)) return;
        var owner = draw.Percent(92) ? caller : draw.Of(Names.Management, Names.Audit);
        (wanted["CloudWatchLogsLogGroupArn"], wanted["CloudWatchLogsRoleArn"]) = draw.Percent(15)
            ? ("", "")
            : (draw.Percent(95) ? RandomDestinations.GroupArn(owner) : RandomDestinations.GroupArn(owner)[..^2], RandomDestinations.RoleArn(draw.Percent(95) ? owner : Names.Audit));
    }

    private static string Key(Draw draw, string caller)
    {
        var owner = draw.Percent(94) ? caller : Names.Audit;
        return draw.Of(
            "",
            Names.KeyId,
            Names.KeyAlias,
            Names.KeyAlias,
            Names.KeyArn(Names.KeyId, Names.Home, owner),
            Names.KeyArn(Names.KeyId, draw.Percent(80) ? Names.Home : Names.Elsewhere, owner),
            $"arn:aws:kms:{Names.Home}:{owner}:{Names.KeyAlias}",
            draw.Percent(30) ? "alias/none" : Names.KeyArn(Names.OtherKeyId, Names.Home, Names.Management));
    }

    private static void AddSwitches(Dictionary<string, object?> wanted, Draw draw)
    {
        if (draw.Percent(30)) wanted["IsMultiRegionTrail"] = draw.Percent(50);
        if (draw.Percent(30)) wanted["EnableLogFileValidation"] = draw.Percent(50);
        if (draw.Percent(15)) wanted["IncludeGlobalServiceEvents"] = wanted.GetValueOrDefault("IsMultiRegionTrail") is not false || draw.Percent(50);
        if (draw.Percent(10)) wanted["EnableTrustedAccess"] = draw.Percent(30);
    }

    private static void AddRecording(Dictionary<string, object?> wanted, Draw draw)
    {
        if (draw.Percent(45))
        {
            var (name, value) = draw.Of([.. Recording.All]).Setting;
            wanted[name] = value;
        }

        if (draw.Percent(25)) wanted["InsightSelector"] = draw.Of<object>(
            Array.Empty<object?>(),
            "ApiCallRateInsight",
            new object?[] { "ApiErrorRateInsight", "ApiCallRateInsight" },
            new Dictionary<string, object?> { ["InsightType"] = "ApiErrorRateInsight", ["EventCategories"] = draw.Some(1, 2, "Management", "Data").Cast<object?>().ToArray() });
        if (draw.Percent(40)) wanted["Tag"] = draw.Of<object>(new Dictionary<string, object?> { ["Team"] = "security" }, new Dictionary<string, object?> { ["Team"] = "nobody", ["Cost"] = 815L });
    }

    private static void AddOrganization(Dictionary<string, object?> wanted, Draw draw, SandboxState state, string caller)
    {
        if (!draw.Percent(25)) return;
        var registered = state.Organizations.Organization!.DelegatedAdministrators.GetValueOrDefault(TrustedAccess.CloudTrail, []);
        wanted["DelegatedAdministrator"] = draw.Percent(10) ? draw.Of<object>(Names.Management, Names.Closing, Names.Stranger)
            : caller != Names.Management && draw.Percent(80) ? registered.Cast<object?>().ToArray()
            : draw.Some(1, 2, Names.LogArchive, Names.Audit, Names.Workload).Cast<object?>().ToArray();
    }
}
