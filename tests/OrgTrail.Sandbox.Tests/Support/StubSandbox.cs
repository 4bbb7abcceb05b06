using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Tests;

/// <summary>A sandbox with <see cref="StubServices"/> in place of its own.</summary>
internal sealed class StubSandbox : IDisposable
{
    private readonly StubServices _services = new();

    public StubSandbox() => Server = SandboxServer.Start(new()
    {
        Time = Time,
        Services = _services.Create,
        Log = Log,
        // Tests let days pass between two bytes.
        HttpLimits = new() { Stall = TimeSpan.FromDays(10_000) },
    });

    public SandboxServer Server { get; }

    public ManualTime Time { get; } = new();

    public StringWriter Log { get; } = new();

    /// <summary>What the services were asked last.</summary>
    public ServiceCall LastCall => _services.Calls.Last();

    /// <summary>How many calls came to the services.</summary>
    public int Calls => _services.Calls.Count;

    /// <summary>Sends a request over a connection of its own.</summary>
    public RawAnswer Send(string request)
    {
        using var client = Connect();
        client.Send(request);
        return client.Read(hasBody: !request.StartsWith("HEAD", StringComparison.Ordinal));
    }

    public RawClient Connect() => new(Server.Endpoint);

    public void Dispose()
    {
        Server.Dispose();
        Log.Dispose();
    }
}
