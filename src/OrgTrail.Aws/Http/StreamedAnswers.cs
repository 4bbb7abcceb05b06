namespace OrgTrail.Aws.Http;

/// <summary>
/// Hands the body of a file on as it comes, exactly as it is stored, and waits for each piece only so long. An error is read
/// whole, as <see cref="BoundedAnswers"/> does.
/// </summary>
/// <param name="limits">How long nothing may come, and how large an error may be.</param>
internal sealed class StreamedAnswers(AnswerLimits limits) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(limits.Time, limits.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            var answer = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await PrepareAsync(request, answer, cancellationToken, either.Token).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw AnswerException.Late(limits.Time);
        }
    }

    private async Task PrepareAsync(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken user, CancellationToken either)
    {
        try
        {
            // Whoever looks for another address to go to finds none.
            answer.Headers.Location = null;
            if (answer.IsSuccessStatusCode)
            {
                var body = await answer.Content.ReadAsStreamAsync(either).ConfigureAwait(false);
                AnswerBody.Replace(answer, new PatientStream(body, limits, user));
                return;
            }

            var error = await AnswerBody.ReadAsync(answer, AnswerLimits.LargestError, either).ConfigureAwait(false);
            AnswerBody.Replace(answer, S3Answers.Defect(request, isSuccess: false, error) is null ? error : []);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
