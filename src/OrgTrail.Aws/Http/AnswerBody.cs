namespace OrgTrail.Aws.Http;

/// <summary>The body of an answer, held whole.</summary>
internal static class AnswerBody
{
    private const int Step = 16 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="answer">The answer, of which the head has come.</param>
    /// <param name="limit">The size that it may have.</param>
    /// <param name="cancellation">Ends the reading, and with it the connection.</param>
    /// <returns>The body. Of an error that is too large nothing: its status says enough.</returns>
    /// <exception cref="AnswerException">It is too large, and no error.</exception>
    /// <exception cref="BrokenAnswerException">It broke off.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage answer, int limit, CancellationToken cancellation)
    {
        // What is announced already need not be read. To HEAD, something may be announced that does not come.
        if (limit > 0 && answer.Content.Headers.ContentLength > limit) return TooLarge(answer, limit);
        try
        {
            using var body = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            return await ReadAsync(body, limit, cancellation).ConfigureAwait(false) ?? TooLarge(answer, limit);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException && !cancellation.IsCancellationRequested)
        {
            throw new BrokenAnswerException(broken);
        }
    }

    /// <summary>Puts the body that was read in the place of the one on the connection.</summary>
    public static void Replace(HttpResponseMessage answer, byte[] body)
    {
        var before = answer.Content;
        Put(answer, new ByteArrayContent(body));
        before.Dispose();
    }

    /// <summary>Puts a stream in its place that reads from it.</summary>
    public static void Replace(HttpResponseMessage answer, Stream body) => Put(answer, new StreamContent(body));

    private static void Put(HttpResponseMessage answer, HttpContent content)
    {
        foreach (var (name, values) in answer.Content.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        answer.Content = content;
    }

    private static async Task<byte[]?> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[Step];
        while (await body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
        {
            if (whole.Length + count > limit) return null;
            whole.Write(buffer, 0, count);
        }

        return whole.ToArray();
    }

    private static byte[] TooLarge(HttpResponseMessage answer, int limit) => !answer.IsSuccessStatusCode
        ? []
        : throw AnswerException.Unusable($"The answer is larger than {limit / 1024} KB, which no answer of AWS is.");
}
