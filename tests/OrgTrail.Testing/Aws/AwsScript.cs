namespace OrgTrail.Testing;

/// <summary>
/// What happens to the calls of one operation: the replies in the order in which they were added. The last one is given
/// for ever, unless <see cref="Times"/> limits it. Every method returns the script itself.
/// </summary>
public sealed class AwsScript
{
    private readonly object _gate = new();
    private readonly List<(Reply Reply, int Left)> _replies = [];

    internal AwsScript()
    {
    }

    /// <summary>Answers with success.</summary>
    /// <param name="body">JSON or XML, as the service speaks; may be empty.</param>
    public AwsScript Answers(string body) => Add(exchange => exchange.SendAsync(AwsAnswer.Success(exchange.Call, body)));

    /// <summary>Answers with success, to one call only.</summary>
    /// <param name="body">JSON or XML, as the service speaks; may be empty.</param>
    public AwsScript AnswersOnce(string body) => Answers(body).Times(1);

    /// <summary>Answers with success and a body that depends on the call. Not for PowerShell: no script block runs on the server's threads.</summary>
    public AwsScript AnswersWith(Func<AwsCall, string> body) =>
        Add(exchange => exchange.SendAsync(AwsAnswer.Success(exchange.Call, body(exchange.Call))));

    /// <summary>Answers with any status and body, for example the JSON that a credentials endpoint gives.</summary>
    public AwsScript AnswersRaw(int status, string contentType, string body) =>
        Add(exchange => exchange.SendAsync(HttpResponse.Of(status, contentType, body)));

    /// <summary>Answers with an HTML page, as proxies do.</summary>
    public AwsScript AnswersHtml(int status = 502) =>
        AnswersRaw(status, "text/html", "<html><body><h1>Bad gateway</h1></body></html>");

    /// <summary>Refuses in the error shape of the service.</summary>
    /// <param name="code">The error code, for example <c>TrailNotFoundException</c>.</param>
    /// <param name="message">For people.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="reason">The member <c>Reason</c> that some errors of Organizations have.</param>
    public AwsScript Fails(string code, string message, int status = 400, string? reason = null) =>
        Add(exchange => exchange.SendAsync(AwsAnswer.Error(exchange.Call, code, message, status, reason)));

    /// <summary>Refuses one call only.</summary>
    /// <inheritdoc cref="Fails"/>
    public AwsScript FailsOnce(string code, string message, int status = 400, string? reason = null) =>
        Fails(code, message, status, reason).Times(1);

    /// <summary>Never answers; waits until the client goes away, see <see cref="AwsCall.Abandoned"/>.</summary>
    public AwsScript Hangs() => Add(exchange => exchange.WaitForClientToLeaveAsync());

    /// <summary>Resets the connection instead of answering.</summary>
    public AwsScript Resets() => Add(exchange =>
    {
        exchange.Connection.Reset();
        return Task.FromResult(false);
    });

    /// <summary>Sends half of the body, then nothing until the client goes away.</summary>
    public AwsScript Stalls(string body) => Add(async exchange =>
    {
        await exchange.SendHalfAsync(AwsAnswer.Success(exchange.Call, body)).ConfigureAwait(false);
        return await exchange.WaitForClientToLeaveAsync().ConfigureAwait(false);
    });

    /// <summary>Sends half of the body that it announced, and closes the connection.</summary>
    public AwsScript Truncates(string body) => Add(async exchange =>
    {
        await exchange.SendHalfAsync(AwsAnswer.Success(exchange.Call, body)).ConfigureAwait(false);
        return false;
    });

    /// <summary>Limits the reply added last to so many calls; what is added next comes after them.</summary>
    public AwsScript Times(int calls)
    {
        lock (_gate)
            _replies[^1] = (_replies[^1].Reply, calls);
        return this;
    }

    internal AwsScript Add(Reply reply)
    {
        lock (_gate)
        {
            if (_replies.Count > 0 && _replies[^1].Left == int.MaxValue)
                throw new InvalidOperationException("The reply before this one is given for ever: limit it with Times.");
            _replies.Add((reply, int.MaxValue));
        }

        return this;
    }

    /// <summary>The reply whose turn it is; null when all are used up.</summary>
    internal Reply? Next()
    {
        lock (_gate)
        {
            var turn = _replies.FindIndex(reply => reply.Left > 0);
            if (turn < 0)
                return null;

            var (reply, left) = _replies[turn];
            if (left != int.MaxValue)
                _replies[turn] = (reply, left - 1);
            return reply;
        }
    }
}
