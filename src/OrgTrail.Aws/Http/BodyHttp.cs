using Amazon.Runtime;

namespace OrgTrail.Aws.Http;

/// <summary>The way of requests whose answers are files: bounded in the time that nothing comes, and not in size.</summary>
internal sealed class BodyHttp : HttpClientFactory
{
    private BodyHttp()
    {
    }

    /// <summary>The one factory.</summary>
    public static BodyHttp Factory { get; } = new();

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => ServiceHttp.ForBodies(ServiceHttp.TimeOf(clientConfig));

    /// <inheritdoc/>
    public override string GetConfigUniqueString(IClientConfig clientConfig) => $"OrgTrail bodies {ServiceHttp.TimeOf(clientConfig)}";
}
