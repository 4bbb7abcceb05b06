using System.Collections.Concurrent;
using System.Text;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Tests;

/// <summary>Answers what it was asked.</summary>
internal sealed class EchoHandler : IHttpHandler
{
    public ConcurrentQueue<HttpRequest> Requests { get; } = new();

    public ConcurrentQueue<Exception> Unexpected { get; } = new();

    public HttpAnswer Answer(HttpRequest request)
    {
        Requests.Enqueue(request);
        return new(HttpResponse.Text(200, "text/plain", $"{request.Method} {request.Path} {request.Query} {Encoding.UTF8.GetString(request.Body.Span)}"));
    }

    public HttpResponse Refuse(HttpRequest? request, AwsErrorException refusal) =>
        HttpResponse.Text(refusal.Status, "text/plain", $"{refusal.Code} {request?.Path}");

    public void Report(Exception unexpected) => Unexpected.Enqueue(unexpected);
}
