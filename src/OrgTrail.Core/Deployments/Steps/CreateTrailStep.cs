using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The trail, when there is none yet. It comes with its tags.</summary>
internal sealed class CreateTrailStep : Step
{
    private readonly TrailSettings _settings;

    /// <summary>Lists what is created.</summary>
    public CreateTrailStep(DeploymentAim aim) : base(StepIds.Trail, aim.Arn.ToString())
    {
        // An empty text removes what is there: a new trail has nothing.
        var wanted = aim.Settings;
        _settings = wanted with
        {
            S3KeyPrefix = Given(wanted.S3KeyPrefix),
            SnsTopicName = Given(wanted.SnsTopicName),
            CloudWatchLogsLogGroupArn = Given(wanted.CloudWatchLogsLogGroupArn),
            CloudWatchLogsRoleArn = Given(wanted.CloudWatchLogsRoleArn),
            KmsKeyId = Given(wanted.KmsKeyId),
        };
        Changes = [$"create {TrailSummary.Lines(_settings)[0]}", .. TrailSummary.Lines(_settings).Skip(1), .. Tags(_settings)];
    }

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        var trail = run.Session.Mark(await CreateAsync(run, cancellation));
        // For its owner a trail's name means this trail; a delegated administrator needs the ARN.
        if (run.Aim.Facts.CallerAccountId == run.Aim.Arn.AccountId) trail.ProvenName = trail.Name;
        run.Trail = trail;
        run.Fresh.Trail = true;
    }

    private static string? Given(string? text) => text is "" ? null : text;

    private static IEnumerable<string> Tags(TrailSettings settings) => settings.Tags?.Select(tag => $"tag {tag.Key}: {tag.Value}") ?? [];

    private async Task<Trail> CreateAsync(DeploymentRun run, CancellationToken cancellation)
    {
        try
        {
            return await run.CallAsync($"Creating trail {_settings.Name}", calling => run.Trails.CreateAsync(_settings, calling), cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.TrailAlreadyExists)
        {
            // A moment ago there was none: this may answer the repetition of a call whose own answer was lost.
            return await FindAsync(run, refusal, cancellation);
        }
    }

    private async Task<Trail> FindAsync(DeploymentRun run, OrgTrailException refusal, CancellationToken cancellation)
    {
        try
        {
            var there = await run.Trails.GetAsync(run.Aim.Arn.ToString(), cancellation);
            return TrailChanges.Between(there, _settings).Texts.Count == 0 ? there : throw refusal;
        }
        catch (OrgTrailException unseen) when (unseen.Problem.Kind is ProblemKind.NotFound or ProblemKind.InvalidInput)
        {
            throw run.Aim.Facts.IsManagement ? refusal : new OrgTrailException(DeploymentProblems.NameTaken(run.Aim.Arn, refusal.Problem), refusal);
        }
    }
}
