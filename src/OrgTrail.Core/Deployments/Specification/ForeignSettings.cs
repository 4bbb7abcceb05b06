using System.Collections.Frozen;

namespace OrgTrail.Deployments;

/// <summary>
/// What the settings of a trail are called by others: requests and answers of CloudTrail as the AWS CLI prints them and its
/// skeletons have them, AWS CloudFormation's AWS::CloudTrail::Trail, Terraform's aws_cloudtrail.
/// </summary>
internal static class ForeignSettings
{
    private const string Always = "it is always so here. Leave it out.";
    private const string Told = "AWS tells it of a trail that is there. Leave it out.";

    // By the name without underscores, in small letters.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["trailname"] = "Name",
        ["tags"] = "Tag",
        ["taglist"] = "Tag",
        ["tagslist"] = "Tag",
        ["snstopicarn"] = "SnsTopicName",
        ["logfilevalidationenabled"] = "EnableLogFileValidation",
        ["eventselectors"] = "EventSelector",
        ["advancedeventselectors"] = "AdvancedEventSelector",
        ["insightselectors"] = "InsightSelector",
        ["cloudwatchlogsgrouparn"] = "CloudWatchLogsLogGroupArn",
        ["region"] = "HomeRegion",
        ["bucketname"] = "S3BucketName",
        ["s3bucket"] = "S3BucketName",
        ["prefix"] = "S3KeyPrefix",
        ["keyid"] = "KmsKeyId",
        ["kmskey"] = "KmsKeyId",
        ["kmskeyarn"] = "KmsKeyId",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Needless = new Dictionary<string, string>
    {
        ["isorganizationtrail"] = $"The trail is an organization trail: {Always}",
        ["islogging"] = $"A trail that is deployed logs: {Always}",
        ["enablelogging"] = $"A trail that is deployed logs: {Always}",
        ["trailarn"] = $"The ARN follows from the name, the account and the Region: {Told}",
        ["hascustomeventselectors"] = $"Whether there are selectors follows from the selectors: {Told}",
        ["hasinsightselectors"] = $"Whether there are insights follows from the selectors: {Told}",
    }.ToFrozenDictionary();

    /// <summary>What to write instead of a name that others give a setting.</summary>
    /// <param name="name">The name.</param>
    /// <param name="known">The settings that there are.</param>
    /// <returns><see langword="null"/> for a name that is nobody's.</returns>
    public static string? Advice(string name, IEnumerable<string> known)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (Needless.TryGetValue(plain, out var advice)) return advice;
        return (Names.GetValueOrDefault(plain) ?? known.FirstOrDefault(setting => string.Equals(setting, plain, StringComparison.OrdinalIgnoreCase))) is { } here
            ? $"It is called '{here}' here."
            : null;
    }
}
