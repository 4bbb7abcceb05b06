using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Http;

/// <summary>
/// The way of every request to the network, for all services and for those that credentials come from. Redirects are not
/// followed, answers are bounded in time and size, and what is not read to its end costs its connection and nothing else.
/// </summary>
internal sealed class ServiceHttp : HttpClientFactory
{
    /// <summary>How long it may take to reach a service.</summary>
    public static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    /// <summary>The one factory.</summary>
    public static ServiceHttp Factory { get; } = new();

    // As many as look into a bucket at once; who asks for more waits, instead of opening a connection each.
    private const int MostConnections = 64;

    // One for the process: the cmdlets of a session share their connections.
    private static readonly SocketsHttpHandler Connections = NewConnections(useProxy: true, LongestConnect);

    // Whoever gives a client this factory does so before making the client.
    private ServiceHttp() => RuntimePipelineCustomizerRegistry.Instance.Register(new AnswerReading.Everywhere());

    /// <summary>A client for endpoints that hand out credentials: the instance's and the container's. Whoever asks for it disposes of it.</summary>
    /// <param name="time">How long an answer may take.</param>
    /// <param name="useProxy">Whether the endpoint may lie behind a proxy.</param>
    public static HttpClient ForCredentials(TimeSpan time, bool useProxy)
    {
        var answers = new BoundedAnswers(new AnswerLimits(time), (_, _, _) => null) { InnerHandler = NewConnections(useProxy, time) };
        return new HttpClient(answers) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        AnswerCheck check = IsS3(clientConfig) ? S3Answers.Defect : ServiceAnswers.Defect;
        var answers = new BoundedAnswers(new AnswerLimits(TimeOf(clientConfig)), check) { InnerHandler = Connections };
        return new HttpClient(answers, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A client whose answers are read as they come.</summary>
    public static HttpClient ForBodies(TimeSpan time) =>
        new(new StreamedAnswers(new AnswerLimits(time)) { InnerHandler = Connections }, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public override string GetConfigUniqueString(IClientConfig clientConfig) => $"OrgTrail {IsS3(clientConfig)} {TimeOf(clientConfig)}";

    // Not by its type: the assembly of a service is loaded when it is called.
    private static bool IsS3(IClientConfig config) => config.RegionEndpointServiceName == "s3";

    internal static TimeSpan TimeOf(IClientConfig config) => config.Timeout ?? throw new InvalidOperationException("Each client has a time limit (ClientSettings.Apply).");

    private static SocketsHttpHandler NewConnections(bool useProxy, TimeSpan longestConnect) => new()
    {
        UseProxy = useProxy,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = longestConnect,
        MaxConnectionsPerServer = MostConnections,
        // What is left of an answer is not waited for.
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.Zero,
    };
}
