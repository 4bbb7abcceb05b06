namespace OrgTrail.Aws.Http;

/// <summary>
/// Reads answers whole before anybody looks at them: within one limit of time from the connection to the last byte, and
/// within one of size. The SDK reads a body without a limit and where no token reaches it, so that one that stalls or
/// drips would hold a command, and the next one, which waits for the same connection.
/// </summary>
/// <param name="limits">How long, and how much.</param>
/// <param name="check">What an answer must look like.</param>
internal sealed class BoundedAnswers(AnswerLimits limits, AnswerCheck check) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await WholeAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw AnswerException.Late(limits.Time);
        }
    }

    private async Task<HttpResponseMessage> WholeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var answer = await base.SendAsync(request, cancellation).ConfigureAwait(false);
        try
        {
            var body = await AnswerBody.ReadAsync(answer, request.Method == HttpMethod.Head ? 0 : AnswerLimits.Of(answer), cancellation).ConfigureAwait(false);
            var defect = check(request, answer.IsSuccessStatusCode, body);
            if (answer.IsSuccessStatusCode && defect is not null) throw AnswerException.Unusable(defect);
            // An error is one whatever its body is, but only one that is whole says which.
            AnswerBody.Replace(answer, defect is null ? body : []);
            // Whoever looks for another address to go to finds none: neither the credentials nor the body go anywhere else.
            answer.Headers.Location = null;
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
