using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What the trail must be like after a deployment: as it was wanted, and where nothing was said, as it was before.</summary>
/// <param name="situation">What was there, and what was wanted.</param>
/// <param name="region">The trail's home Region.</param>
internal sealed class ReachedTrail(Situation situation, string region)
{
    private readonly SandboxTrail? _before = situation.TrailAt(region);

    /// <summary>Demands it of the state now.</summary>
    public void Check(SandboxState state)
    {
        var trail = state.CloudTrail.Trails.Single(trail => (trail.Name, trail.HomeRegion, trail.OwnerAccountId) == (situation.TrailName, region, Names.Management));
        Assert.True(trail is { IsOrganizationTrail: true, IsLogging: true });
        CheckPlaces(trail);
        CheckSwitches(trail);
        CheckRecording(trail);
        foreach (var (key, value) in situation.Wanted.GetValueOrDefault("Tag") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>())
            Assert.Equal($"{value}", trail.Tags[key]);
        CheckOrganization(state.Organizations.Organization!);
    }

    private void CheckPlaces(SandboxTrail trail)
    {
        Assert.Equal(situation.Text("S3BucketName"), trail.S3BucketName);
        Assert.Equal(Wanted("S3KeyPrefix", _before?.S3KeyPrefix), trail.S3KeyPrefix);
        Assert.Equal(Wanted("CloudWatchLogsLogGroupArn", _before?.CloudWatchLogsLogGroupArn), trail.CloudWatchLogsLogGroupArn);
        Assert.Equal(Wanted("CloudWatchLogsRoleArn", _before?.CloudWatchLogsRoleArn), trail.CloudWatchLogsRoleArn);
        Assert.Equal(situation.KeyArn(region), trail.KmsKeyId);
        Assert.Equal(situation.TopicArn(region), trail.SnsTopicArn);
    }

    private void CheckSwitches(SandboxTrail trail)
    {
        var isMultiRegion = situation.Flag("IsMultiRegionTrail", true);
        Assert.Equal(isMultiRegion, trail.IsMultiRegionTrail);
        Assert.Equal(situation.Flag("EnableLogFileValidation", true), trail.LogFileValidationEnabled);
        Assert.Equal(situation.Flag("IncludeGlobalServiceEvents", isMultiRegion || (_before?.IncludeGlobalServiceEvents ?? true)), trail.IncludeGlobalServiceEvents);
    }

    private void CheckRecording(SandboxTrail trail)
    {
        var (expected, actual) = (situation.Recording(region), Recording.Of(trail.EventSelectors, trail.AdvancedEventSelectors));
        Assert.Equal((expected.Reads, expected.Writes, expected.Data, expected.Verdict), (actual.Reads, actual.Writes, actual.Data, actual.Verdict));
        Assert.Equal(Insights(situation.Wanted.TryGetValue("InsightSelector", out var wanted) ? wanted : _before?.InsightSelectors), Insights(trail.InsightSelectors));
    }

    private void CheckOrganization(SandboxOrganization organization)
    {
        Assert.Contains(TrustedAccess.CloudTrail, organization.TrustedServices.Keys);
        foreach (var account in situation.Administrators)
            Assert.Contains(account, organization.DelegatedAdministrators[TrustedAccess.CloudTrail]);
    }

    // An empty text takes away what is there.
    private string? Wanted(string setting, string? before) => situation.Text(setting) switch
    {
        null => before,
        "" => null,
        var text => text,
    };

    private static string Insights(object? selectors) => string.Join(", ", Items(selectors).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Items(object? value) => value switch
    {
        null => [],
        JsonArray selectors => selectors.Select(selector => (string)selector!["InsightType"]!),
        IReadOnlyDictionary<string, object?> selector => [(string)selector["InsightType"]!],
        IReadOnlyList<object?> items => items.SelectMany(Items),
        _ => [$"{value}"],
    };
}
