using Amazon.Runtime;

namespace OrgTrail.AwsClients.Tests.Wire;

/// <summary>Tells when the head of an answer has arrived.</summary>
internal sealed class AnswerHeads : HttpClientFactory
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the head of the first answer.</summary>
    public Task First => _first.Task;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Watch(_first));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Watch(TaskCompletionSource first) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            first.TrySetResult();
            return answer;
        }
    }
}
