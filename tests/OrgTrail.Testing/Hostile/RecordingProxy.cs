namespace OrgTrail.Testing;

/// <summary>Passes calls on to a server of good will and records what it answers.</summary>
public sealed class RecordingProxy : IDisposable
{
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Expect", "Transfer-Encoding", "Content-Length", "Keep-Alive" };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly LoopbackHttpServer _server;
    private readonly Uri _target;
    private RecordedAnswers _answers = new();

    /// <param name="endpoint">The server's address.</param>
    public RecordingProxy(string endpoint)
    {
        _target = new Uri(endpoint);
        _server = new LoopbackHttpServer(ServeAsync);
    }

    /// <summary>What goes into <c>-EndpointUrl</c>.</summary>
    public string Endpoint => $"http://127.0.0.1:{_server.Port}";

    /// <summary>What was answered since the last time.</summary>
    public RecordedAnswers Take() => Interlocked.Exchange(ref _answers, new());

    /// <summary>Stops it.</summary>
    public void Dispose()
    {
        _server.Dispose();
        _http.Dispose();
    }

    private async Task<bool> ServeAsync(HttpConnection connection, HttpRequest request, CancellationToken stopping)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_target, request.Target)) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(message, stopping).ConfigureAwait(false);
        var recorded = await ToResponseAsync(answer, stopping).ConfigureAwait(false);
        _answers.Add(CallRecognition.Recognize(request), recorded);
        await connection.SendAsync(recorded, request, recorded.Body.Length, stopping).ConfigureAwait(false);
        return true;
    }

    private static async Task<HttpResponse> ToResponseAsync(HttpResponseMessage answer, CancellationToken stopping)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(stopping).ConfigureAwait(false);
        var response = new HttpResponse((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "application/xml", body);
        foreach (var (name, values) in answer.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
            response = response.With(name, string.Join(',', values));
        return response;
    }
}
