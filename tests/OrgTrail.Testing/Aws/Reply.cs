namespace OrgTrail.Testing;

/// <summary>What the server does with one call. False means that the connection is used up.</summary>
internal delegate Task<bool> Reply(Exchange exchange);

/// <summary>One call in progress.</summary>
internal sealed record Exchange(
    ScriptedAws Aws,
    AwsCall Call,
    HttpRequest Request,
    HttpConnection Connection,
    CancellationToken Stopping)
{
    public async Task<bool> SendAsync(HttpResponse response)
    {
        await Connection.SendAsync(Aws.Stamp(response), Request, response.Body.Length, Stopping).ConfigureAwait(false);
        return true;
    }

    /// <summary>Announces the whole answer and sends half of its body.</summary>
    public Task SendHalfAsync(HttpResponse response) =>
        Connection.SendAsync(Aws.Stamp(response), Request, response.Body.Length / 2, Stopping);

    /// <summary>Leaves the client waiting until it goes away.</summary>
    public async Task<bool> WaitForClientToLeaveAsync()
    {
        await Connection.WaitForCloseAsync(Stopping).ConfigureAwait(false);
        Call.Abandon();
        return false;
    }
}
