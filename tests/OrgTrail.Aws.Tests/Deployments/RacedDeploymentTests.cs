using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Deployments.Faults;
using OrgTrail.Aws.Tests.Policies.Racing;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>
/// Others write the policies of bucket and key behind every call of a deployment: nothing of theirs is lost without an
/// error, but what they write between a read and the write behind it.
/// </summary>
public sealed class RacedDeploymentTests(CallProfiles profiles, ITestOutputHelper output) : IClassFixture<CallProfiles>
{
    private const int Seeds = 150;

    [Fact]
    public async Task Nothing_of_others_is_lost_without_an_error()
    {
        var (ends, failures) = (new ConcurrentQueue<(Raced Bucket, Raced Key, string End)>(), new ConcurrentQueue<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (seed, _) =>
        {
            try
            {
                ends.Enqueue(await RaceAsync(seed));
            }
            catch (Exception failure)
            {
                failures.Enqueue($"Seed {seed}: {failure.Message}");
            }
        });

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        output.WriteLine($"{Seeds} deployments. Ends: {string.Join(", ", ends.CountBy(end => end.End).Select(end => $"{end.Key} {end.Value}"))}");
        output.WriteLine($"Writes of others: bucket {ends.Sum(end => end.Bucket.Written)}, key {ends.Sum(end => end.Key.Written)}; taken away by ours, unseen: {ends.Sum(end => end.Bucket.Unseen + end.Key.Unseen)}");
        Assert.All((string[])["done", "PolicyStatementsGone"], end => Assert.Contains(ends, one => one.End == end));
    }

    private async Task<(Raced Bucket, Raced Key, string End)> RaceAsync(int seed)
    {
        var start = StartingPoint.All[^1];
        using var sandbox = SandboxServer.Start(new() { AccountCount = 3, Time = new StandingTime() });
        start.Prepare(sandbox.State);
        var (held, key) = (sandbox.State.S3.Buckets[DeploymentScene.AuditBucket], sandbox.State.Kms.Keys[0]);
        var bucket = new Raced("BucketPolicy", OtherWriter.Objects, seed, () => held.Policy, policy => held.Policy = policy);
        var gate = new Lock();
        var keyPolicy = new Raced("KeyPolicy", OtherWriter.Decryption, seed + Seeds, () => key.Policy, policy => key.Policy = policy!);
        sandbox.Called += (_, call) =>
        {
            lock (gate)
            {
                bucket.Follow(call);
                keyPolicy.Follow(call);
            }
        };

        var deployment = await DeployAsync(sandbox, start);

        Assert.Empty(sandbox.InternalErrors);
        var problem = deployment.Steps.FirstOrDefault(step => step.Outcome == StepOutcome.Failed)?.Problem;
        foreach (var raced in (Raced[])[bucket, keyPolicy])
            raced.Require(problem, deployment.Backups);
        return (bucket, keyPolicy, problem?.Id ?? "done");
    }

    private async Task<Deployment> DeployAsync(SandboxServer sandbox, StartingPoint start)
    {
        var (time, feedback) = (new ManualTime(), new RecordedFeedback());
        var options = new ConnectionOptions { ProfileName = CallProfiles.SingleAttempt, ProfileLocation = profiles.Path, Region = "us-east-1", EndpointUrl = sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider { Time = time }.ConnectAsync(options, feedback, default));
        try
        {
            return await (await new DeployTrail(session, time, feedback, null).PlanAsync(start.Wanted, default)).ApplyAsync(default);
        }
        finally
        {
            session.Leave();
        }
    }

    /// <summary>A policy that others write behind every call.</summary>
    private sealed class Raced(string name, string about, int seed, Func<string?> read, Action<string?> write)
    {
        private readonly OtherWriter _others = new(new Random(seed), about, share: 12, most: 4);
        private readonly HashSet<string> _owed = [];
        private string? _shown;
        private string? _before = read();
        private readonly List<string> _dropped = [];
        private string? _settled;
        private bool _isDone;

        /// <summary>How often others wrote.</summary>
        public int Written => _others.Written;

        /// <summary>How many statements ours took away without having been shown them.</summary>
        public int Unseen { get; private set; }

        public void Follow(SandboxCall call)
        {
            if (call.Operation == "Get" + name)
            {
                _shown = read();
                if (!_isDone) _settled = _shown;
            }
            else if (call.Operation == "Put" + name)
            {
                Replaced();
            }
            else
            {
                // What others do behind the step is no affair of it.
                _isDone |= _owed.Count > 0;
            }

            write(_others.MayWrite(read()));
            _before = read();
        }

        private void Replaced()
        {
            var shown = OtherWriter.Theirs(_shown);
            var taken = OtherWriter.Theirs(_before).Except(OtherWriter.Theirs(read())).ToList();
            _dropped.AddRange(taken.Where(shown.Contains));
            Unseen += taken.Count(sid => !shown.Contains(sid));
            _owed.UnionWith(shown);
        }

        /// <summary>Demands that what was there when it was written over is there as it was last looked at, or is named.</summary>
        public void Require(Problem? problem, IReadOnlyList<PolicyBackup> backups)
        {
            Assert.Empty(_dropped);
            var missing = _owed.Except(OtherWriter.Theirs(_settled)).ToList();
            if (problem is null)
                Assert.Empty(missing);
            else if (problem.Id == "PolicyStatementsGone")
                Assert.All(missing, sid => Assert.Contains(backups, backup => OtherWriter.Theirs(backup.Policy).Contains(sid)));
        }
    }
}
