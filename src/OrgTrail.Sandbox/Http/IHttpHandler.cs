using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Http;

/// <summary>What answers the requests that <see cref="HttpServer"/> reads.</summary>
internal interface IHttpHandler
{
    /// <summary>Answers a request. Called by many threads at once.</summary>
    HttpAnswer Answer(HttpRequest request);

    /// <summary>Words the refusal of a request that could not be read to its end.</summary>
    /// <param name="request">As far as it was read; <see langword="null"/> when not even its head was.</param>
    /// <param name="refusal">Why.</param>
    HttpResponse Refuse(HttpRequest? request, AwsErrorException refusal);

    /// <summary>Takes note of an exception that nobody expected.</summary>
    void Report(Exception unexpected);
}
