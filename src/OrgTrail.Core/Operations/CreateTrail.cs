using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Creates a trail, after looking whether CloudTrail will take it.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a fresh bucket policy to spread.</param>
/// <param name="feedback">Told what could not be checked, and what is waited for.</param>
public sealed class CreateTrail(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>What is wanted.</summary>
    /// <param name="Settings">The trail. Name and bucket are required.</param>
    public sealed record Request(TrailSettings Settings)
    {
        /// <summary>Where to create it; <see langword="null"/> for the Region of the connection.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>Whether logging starts at once. CreateTrail leaves it off.</summary>
        public bool StartLogging { get; init; }

        /// <summary>Whether to send straight away, without looking at organization and bucket first.</summary>
        public bool SkipPrerequisiteCheck { get; init; }

        /// <summary>Whether the bucket policy was written a moment ago, so that a refusal of it may pass.</summary>
        public bool IsPolicyFresh { get; init; }

        /// <summary>Whether the bucket was created a moment ago, so that its absence may pass.</summary>
        public bool IsBucketFresh { get; init; }
    }

    /// <summary>Checks names, organization and bucket.</summary>
    public async Task<Plan<Trail>> PlanAsync(Request request, CancellationToken cancellation)
    {
        TrailSettingsRules.RequireForCreate(request.Settings);
        var region = HomeRegionOf(request);
        var fresh = await PreflightAsync(request, region, cancellation);
        return new(
            $"{request.Settings.Name} in {region}", "Create trail", Changes(request), null,
            applying => ApplyAsync(request, region, fresh, applying));
    }

    private string HomeRegionOf(Request request)
    {
        var region = NamingRule.Region.Require(request.HomeRegion ?? session.Cloud.Region);
        return Partition.OfRegion(region) == Partition.OfRegion(session.Cloud.Region) ? region
            : throw new OrgTrailException(TrailProblems.OtherPartition(region, session.Cloud.Region));
    }

    // Of account trails nothing is looked at, since they need no organization.
    private async Task<Freshness> PreflightAsync(Request request, string region, CancellationToken cancellation)
    {
        if (request.SkipPrerequisiteCheck || request.Settings.IsOrganizationTrail != true)
        {
            if (HomeRegionCheck.WarningOf(region) is { } warning) feedback.Warning(warning);
            return FreshBy(request);
        }

        // An organization trail is the management account's, whoever creates it.
        var cloud = CloudState.Of(session, time, feedback, cancellation);
        var arn = TrailArn.For(region, (await cloud.Organization).ManagementAccountId, request.Settings.Name!);
        var preflight = await Preflight.RunAsync(TrailState.Of(cloud, Planned(request.Settings, arn)), AskedBefore.Creation);
        return preflight.Require(FreshBy(request), feedback);
    }

    // When the bucket is fresh, a refusal of bucket or key may be about the bucket.
    private Freshness FreshBy(Request request) => new()
    {
        TrustedAccess = session.HasEnabledTrust,
        Bucket = request.IsBucketFresh,
        BucketPolicy = request.IsPolicyFresh,
        KeyPolicy = request.IsPolicyFresh,
    };

    private async Task<Trail> ApplyAsync(Request request, string region, Freshness fresh, CancellationToken cancellation)
    {
        var trail = await new TrailCreation(session, time, feedback) { HomeRegion = region, Settings = request.Settings, Fresh = fresh }.RunAsync(cancellation);

        if (request.StartLogging)
            await StartAsync(trail, cancellation);
        else
            feedback.Warning($"Trail {trail.Name} does not log yet. Start-OrgTrailLogging starts it; New-OrgTrail -StartLogging does both.");
        return trail;
    }

    private async Task StartAsync(Trail trail, CancellationToken cancellation)
    {
        try
        {
            // The name means this trail only for its owner; a delegated administrator needs the ARN.
            if ((await session.CallerAsync(cancellation)).AccountId == TrailArn.Parse(trail.TrailARN).AccountId)
                trail.ProvenName = trail.Name;
            await new SwitchLogging(session, time, feedback).StartAsync(trail, cancellation);
        }
        catch (OrgTrailException exception)
        {
            feedback.Failure(new(TrailProblems.CreatedButNotLogging(trail, exception.Problem), exception), trail);
        }
    }

    private static Trail Planned(TrailSettings settings, TrailArn arn) => new()
    {
        Name = arn.Name,
        TrailARN = arn.ToString(),
        HomeRegion = arn.Region,
        Settings = settings,
    };

    private static List<string> Changes(Request request) =>
        [.. TrailSummary.Lines(request.Settings), request.StartLogging ? "logging starts" : "logging stays off"];
}
