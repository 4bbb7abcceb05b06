namespace OrgTrail.Sandbox.Http;

/// <summary>What becomes of a request.</summary>
/// <param name="Response">The answer; <see langword="null"/> to reset the connection instead.</param>
/// <param name="Delay">How long to hold it back; <see cref="Timeout.InfiniteTimeSpan"/> until the client gives up.</param>
internal readonly record struct HttpAnswer(HttpResponse? Response, TimeSpan Delay = default)
{
    /// <summary>Whether the connection is reset although there is an answer.</summary>
    public bool IsLost { get; init; }

    /// <summary>Work that takes its time and makes the answer; it ends when the client goes away. <see langword="null"/> when there is none.</summary>
    public Func<CancellationToken, HttpResponse>? Work { get; init; }
}
