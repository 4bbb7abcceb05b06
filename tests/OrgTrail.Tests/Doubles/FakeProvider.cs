using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Tests.Doubles;

/// <summary>Counts connections, and leads nowhere.</summary>
internal sealed class FakeProvider : ICloudProvider
{
    public List<ConnectionOptions> Connections { get; } = [];
    public List<FakeCloud> Clouds { get; } = [];

    /// <summary>What connecting with given options fails with.</summary>
    public Func<ConnectionOptions, OrgTrailException?> Failure { get; set; } = _ => null;

    public Task<ICloud> ConnectAsync(ConnectionOptions options, IFeedback feedback, CancellationToken cancellation)
    {
        Connections.Add(options);
        if (Failure(options) is { } failure) throw failure;
        var cloud = new FakeCloud();
        Clouds.Add(cloud);
        return Task.FromResult<ICloud>(cloud);
    }

    public IReadOnlyList<string> ProfileNames(string? profileLocation) => [];

    public IReadOnlyList<string> RegionNames() => [];
}
