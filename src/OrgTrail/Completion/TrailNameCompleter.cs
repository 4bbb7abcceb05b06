using System.Collections;
using OrgTrail.Connection;
using OrgTrail.Loading;
using OrgTrail.Ports;
using OrgTrail.Sandboxes;

namespace OrgTrail.Completion;

/// <summary>
/// Completes the name of a trail by listing the trails that the connection in the command line sees. Gives up after
/// <see cref="TimeLimit"/>: the user is waiting at the prompt.
/// </summary>
public sealed class TrailNameCompleter : Completer
{
    /// <summary>How long the user waits at most.</summary>
    internal static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(3);

    private protected override IEnumerable<Candidate> Candidates(IDictionary bound)
    {
        var options = BoundConnection.From(bound);
        using var stopping = new CancellationTokenSource(TimeLimit);
        var sandbox = new SandboxGuard();
        var listing = Task.Run(async () => await ListAsync(AwsProvider.Get(), await sandbox.ConfineAsync(options, stopping.Token), stopping.Token));

        // A profile's credential_process does not know our token: what comes too late ends by itself, and unseen.
        return listing.WaitAsync(stopping.Token).GetAwaiter().GetResult();
    }

    /// <summary>The trails of a connection.</summary>
    internal static async Task<List<Candidate>> ListAsync(ICloudProvider provider, ConnectionOptions options, CancellationToken cancellation)
    {
        using var cloud = await provider.ConnectAsync(options, SilentFeedback.Instance, cancellation);
        var trails = new List<Candidate>();
        await foreach (var trail in cloud.TrailsIn(cloud.Region).ListAsync(cancellation))
            trails.Add(new Candidate(trail.Name, trail.TrailArn));
        return trails;
    }
}
