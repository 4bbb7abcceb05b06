namespace OrgTrail.Trails;

/// <summary>
/// Whether a trail records its own deliveries: then each log file that CloudTrail writes is a data event, which is delivered
/// in a log file, which is a data event, and all of them are billed. Source: CloudTrail user guide, recursive logging of
/// trails.
/// </summary>
internal static class OwnDeliveries
{
    private const string ObjectType = "AWS::S3::Object";

    // How the keys of deliveries end.
    private const string Ending = ".json.gz";

    /// <summary>Whether selectors record some of what CloudTrail writes into the trail's bucket.</summary>
    /// <param name="trail">The trail, or what it will be. One that has recursive logging off records none.</param>
    /// <param name="selectors">What it records.</param>
    public static bool AreRecorded(Trail trail, EventSelectors selectors) =>
        trail is { RecursiveLogging: not false, S3BucketName: { Length: > 0 } bucket }
        && AreRecorded($"arn:{TrailArn.Parse(trail.TrailARN).Partition}:s3:::{bucket}/{(string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : trail.S3KeyPrefix + "/")}AWSLogs/", selectors);

    /// <summary>What is so, and both cures, in words.</summary>
    public static string Warning(Trail trail) =>
        $"Trail {trail.Name} records what is written to its own bucket {trail.S3BucketName}: each delivery is a data event, which is delivered again, and all of them are billed. "
        + $"Exclude the bucket from the data events (resources.ARN NotStartsWith arn:{TrailArn.Parse(trail.TrailARN).Partition}:s3:::{trail.S3BucketName}/), or turn recursive logging off: {Cure(trail)}";

    /// <summary>The command by which the trail drops its own deliveries, and records all else as before.</summary>
    public static string Cure(Trail trail) => $"Set-OrgTrail -Trail {trail.TrailARN} -RecursiveLogging $false";

    private static bool AreRecorded(string written, EventSelectors selectors) =>
        selectors.Basic.Any(selector => selector.ReadWriteType != "ReadOnly" && selector.DataResources.Any(resource => resource.Type == ObjectType && resource.Values.Any(value => Meets(value, written))))
        || selectors.Advanced.Any(selector => Records(selector, written));

    private static bool Records(AdvancedEventSelector selector, string written) =>
        selector.FieldSelectors.Any(condition => condition.Field == FieldRules.CategoryField && condition.Equals.Contains("Data"))
        && selector.FieldSelectors.All(condition => condition.Field switch
        {
            "resources.ARN" => MayMeet(condition, written),
            "resources.type" => Takes(condition, ObjectType),
            "readOnly" => Takes(condition, "false"),
            "eventName" => Takes(condition, "PutObject"),
            "eventSource" => Takes(condition, "s3.amazonaws.com"),
            // CloudTrail has no ARN of its own: a condition that wants one keeps its calls out.
            "userIdentity.arn" => condition.Equals.Count + condition.StartsWith.Count + condition.EndsWith.Count == 0,
            _ => true,
        });

    private static bool Takes(AdvancedFieldSelector condition, string value) => condition.Operators.All(given => given.Name switch
    {
        nameof(condition.Equals) => given.Values.Contains(value),
        nameof(condition.StartsWith) => given.Values.Any(start => value.StartsWith(start, StringComparison.Ordinal)),
        nameof(condition.EndsWith) => given.Values.Any(end => value.EndsWith(end, StringComparison.Ordinal)),
        nameof(condition.NotEquals) => !given.Values.Contains(value),
        nameof(condition.NotStartsWith) => !given.Values.Any(start => value.StartsWith(start, StringComparison.Ordinal)),
        _ => !given.Values.Any(end => value.EndsWith(end, StringComparison.Ordinal)),
    });

    // Whether some object that is written fits: an exclusion counts only when it leaves out all of them.
    private static bool MayMeet(AdvancedFieldSelector condition, string written) => condition.Operators.All(given => given.Name switch
    {
        nameof(condition.Equals) => given.Values.Any(value => value.StartsWith(written, StringComparison.Ordinal)),
        nameof(condition.StartsWith) => given.Values.Any(value => Meets(value, written)),
        nameof(condition.EndsWith) => given.Values.Any(value => Ending.EndsWith(value, StringComparison.Ordinal) || value.EndsWith(Ending, StringComparison.Ordinal)),
        nameof(condition.NotStartsWith) => !given.Values.Any(value => written.StartsWith(value, StringComparison.Ordinal)),
        nameof(condition.NotEndsWith) => !given.Values.Any(value => Ending.EndsWith(value, StringComparison.Ordinal)),
        _ => true,
    });

    private static bool Meets(string start, string written) =>
        written.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(written, StringComparison.Ordinal);
}
