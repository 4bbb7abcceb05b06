using OrgTrail.Deployments;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>Deploys a random wanted state to a random state, and demands what must hold for each.</summary>
internal sealed class RandomDeployment
{
    private static readonly string[] Regions = [Names.Home, Names.Elsewhere];

    private readonly DeploymentScene _scene;
    private readonly Situation _situation;
    private readonly Tally _tally;

    private RandomDeployment(DeploymentScene scene, Situation situation, Tally tally) => (_scene, _situation, _tally) = (scene, situation, tally);

    // Finding the primes takes far longer than all the rest.
    private static Lazy<IReadOnlyList<Sandbox.State.SandboxSigningKey>> SigningKeys { get; } = new(() =>
    {
        using var scene = new DeploymentScene(1, Regions, new Faults.StandingTime());
        scene.State.CloudTrail.Trails.Add(new() { Name = "any", OwnerAccountId = Names.Management, HomeRegion = Names.Home, S3BucketName = "any", IsLogging = true, IsMultiRegionTrail = true, LogFileValidationEnabled = true });
        scene.Sandbox.Advance(TimeSpan.FromHours(1));
        return [.. scene.State.CloudTrail.SigningKeys];
    });

    /// <summary>Demands it for one situation, which is told when something does not hold.</summary>
    public static async Task ProveAsync(int seed, Tally tally)
    {
        using var scene = new DeploymentScene(5, Regions, new Faults.StandingTime());
        var situation = Situation.Make(seed, scene.State);
        scene.State.CloudTrail.SigningKeys.AddRange(SigningKeys.Value);
        if (situation.HasPast) scene.Sandbox.Advance(TimeSpan.FromHours(2));
        try
        {
            await new RandomDeployment(scene, situation, tally).RunAsync();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{situation}\n{failure.Message}\n{failure.StackTrace}", failure);
        }
    }

    private async Task RunAsync()
    {
        if (Read() is not { } wanted) return;
        var before = new Snapshot(_scene.State);
        if (await PlannedAsync(wanted, before) is not { } planned) return;

        _scene.Feedback.Warnings.Clear();
        var done = await DeployAsync(wanted);
        Belongings.Check(_situation, _scene.State);
        var after = new Snapshot(_scene.State);
        RequireAsPlanned(planned, done, before.DifferencesTo(after));
        if (await ExcusedAsync(wanted, done)) return;

        Warnings.Check(_situation, done.HomeRegion, _scene.Feedback.Warnings);
        new ReachedTrail(_situation, done.HomeRegion).Check(_scene.State);
        new ReachedBucket(_situation, done.HomeRegion).Check(_scene.State);

        await RequireNothingLeftAsync(wanted, after);
        await RequireHealthyAsync(done);
    }

    private TrailSpecification? Read()
    {
        try
        {
            return SpecificationReader.Read(_situation.Wanted);
        }
        catch (OrgTrailException refusal)
        {
            Assert.NotEmpty(refusal.Problem.Advice);
            _tally.Add(_situation.Seed, $"unreadable: {refusal.Problem.Id}");
            return null;
        }
    }

    // As -WhatIf does it.
    private async Task<Deployment?> PlannedAsync(TrailSpecification wanted, Snapshot before)
    {
        try
        {
            return await _scene.PlanAsync(wanted, _situation.Caller, _situation.Force, _situation.AllowDuplicate, _situation.Region);
        }
        catch (OrgTrailException refusal)
        {
            var problem = await _scene.RefusedAsync(wanted, _situation.Caller, _situation.Force, _situation.AllowDuplicate, _situation.Region);
            // Of several reads that are refused, either may be the first.
            Assert.All([refusal.Problem, problem], said => Assert.True(said is { Id.Length: > 0, Kind: not ProblemKind.ServiceFailed }, said.ToString()));
            _tally.Add(_situation.Seed, $"refused: {problem.Id}");
            return null;
        }
        finally
        {
            Assert.Empty(_scene.Writes);
            Assert.Empty(before.DifferencesTo(new(_scene.State)));
        }
    }

    private Task<Deployment> DeployAsync(TrailSpecification wanted) =>
        _scene.DeployAsync(wanted, _situation.Caller, force: _situation.Force, allowDuplicate: _situation.AllowDuplicate, region: _situation.Region);

    private void RequireAsPlanned(Deployment planned, Deployment done, IReadOnlyList<string> differences)
    {
        Assert.Equal(planned.Steps.Select(Line), done.Steps.Select(Line));
        Assert.DoesNotContain(planned.Steps, step => step.Outcome is StepOutcome.Done or StepOutcome.Failed or StepOutcome.NotReached);
        Assert.Equal(planned.Steps.Where(step => step.Outcome != StepOutcome.Planned).Select(step => step.ToString()), done.Steps.Where(step => step.Outcome is StepOutcome.AlreadyRight or StepOutcome.Unknown).Select(step => step.ToString()));
        Footprints.Check(_situation, differences, done.Steps, done.TrailARN);
        if (done.Succeeded) Assert.Equal(differences.Count == 0, _scene.Writes.Count == 0);
    }

    private static string Line(DeploymentStep step) => $"{step.StepId} {step.Target}: {string.Join("; ", step.Changes)}";

    private async Task<bool> ExcusedAsync(TrailSpecification wanted, Deployment done)
    {
        if (done.Steps.FirstOrDefault(step => step.Outcome == StepOutcome.Failed) is not { } failed) return false;
        var excuse = Excuses.Of(_situation, failed, done.HomeRegion);
        Assert.True(excuse is not null, $"{failed}: {failed.Problem} ({failed.Problem!.ErrorCode})");
        Assert.NotEmpty(failed.Problem!.Advice);
        _tally.Add(_situation.Seed, $"excused: {excuse}");

        // What was done stays done.
        var again = await DeployAsync(wanted);
        Assert.DoesNotContain(again.Steps, step => step.Outcome == StepOutcome.Done);
        Belongings.Check(_situation, _scene.State);
        return true;
    }

    private async Task RequireNothingLeftAsync(TrailSpecification wanted, Snapshot after)
    {
        var again = await DeployAsync(wanted);
        Assert.False(again.Changed, string.Join("\n", again.Steps.SelectMany(step => step.Changes.Prepend(step.ToString()))));
        Assert.Empty(_scene.Writes);
        Assert.Empty(after.DifferencesTo(new(_scene.State)));
    }

    private async Task RequireHealthyAsync(Deployment done)
    {
        _scene.Sandbox.Advance(TimeSpan.FromHours(5));
        var results = await _scene.DiagnoseAsync(done.TrailARN, _situation.Caller);
        var expected = new ExpectedHealth(_situation, done.HomeRegion).Verdicts;
        Assert.Equal(expected.Keys.Order(), results.Select(result => result.CheckId).Order());
        var wrong = results.Where(result => !expected[result.CheckId].Contains(result.Verdict)).ToArray();
        Assert.True(wrong.Length == 0, string.Join("\n", wrong.Select(result => $"{result}, not {string.Join(" or ", expected[result.CheckId])}")));
        Belongings.Check(_situation, _scene.State);
        Occurrences.Count(_tally, _situation, done, results);
    }
}
