using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Tests.Wire;

/// <summary>The head of an answer with status 400 and one header at most.</summary>
internal sealed class Answer(string errorType) : IWebResponseData
{
    public long ContentLength => 0;

    public string ContentType => "";

    public HttpStatusCode StatusCode => HttpStatusCode.BadRequest;

    public bool IsSuccessStatusCode => false;

    public IHttpResponseBody ResponseBody => throw new NotSupportedException();

    public string[] GetHeaderNames() => ["x-amzn-errortype"];

    public bool IsHeaderPresent(string headerName) => headerName == "x-amzn-errortype";

    public string GetHeaderValue(string headerName) => IsHeaderPresent(headerName) ? errorType : "";

    public IEventStreamHeader GetEventStreamHeader(string headerName) => throw new NotSupportedException();

    public bool IsEventHeaderPresent(string headerName) => false;
}
