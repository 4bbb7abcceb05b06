using OrgTrail.Ports;

namespace OrgTrail.Tests.Doubles;

/// <summary>A connection that knows only whether it is open.</summary>
internal sealed class FakeCloud : ICloud
{
    public bool IsDisposed { get; private set; }

    public string Region => "eu-central-1";

    public IIdentity Identity => throw new NotSupportedException();

    public IOrganizations Organizations => throw new NotSupportedException();

    public IBuckets Buckets => throw new NotSupportedException();

    public ITrails TrailsIn(string region) => throw new NotSupportedException();

    public IKeys KeysIn(string region) => throw new NotSupportedException();

    public IRoles Roles => throw new NotSupportedException();

    public void Dispose() => IsDisposed = true;
}
