using System.Net;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Tests.Http;

/// <summary>The HTTP server alone, with an echo behind it.</summary>
internal sealed class EchoServer : IDisposable
{
    private readonly HttpServer _server;

    public EchoServer(HttpLimits? limits = null) =>
        _server = new(IPAddress.Loopback, 0, Handler, limits ?? new(), Time, Time.GetUtcNow);

    public EchoHandler Handler { get; } = new();

    public ManualTime Time { get; } = new();

    public int Clients => _server.Clients;

    public string Endpoint => $"http://{_server.Address}";

    public RawClient Connect() => new(Endpoint, completesHost: false);

    public void Dispose() => _server.Dispose();
}
