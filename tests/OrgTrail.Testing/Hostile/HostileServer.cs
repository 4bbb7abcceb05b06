using System.Collections.Concurrent;

namespace OrgTrail.Testing;

/// <summary>
/// A server that gives recorded answers to all operations but one, and attacks with its answers to that one. On bare
/// sockets, since a proper HTTP server cannot misbehave.
/// </summary>
public sealed class HostileServer : IDisposable
{
    private readonly RecordedAnswers _answers;
    private readonly string _operation;
    private readonly Attack _attack;
    private readonly int _attacks;
    private readonly LoopbackHttpServer _server;
    private readonly ConcurrentDictionary<string, int> _turns = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _firstAttack = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _attacked;

    /// <summary>Starts listening.</summary>
    /// <param name="answers">What all other operations answer.</param>
    /// <param name="operation">The operation that is attacked, such as <c>CloudTrail.GetTrail</c>.</param>
    /// <param name="attack">How.</param>
    /// <param name="attacks">How many calls of the operation are attacked before it is answered well.</param>
    public HostileServer(RecordedAnswers answers, string operation, Attack attack, int attacks = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(attack);
        (_answers, _operation, _attack, _attacks) = (answers, operation, attack, attacks);
        _server = new LoopbackHttpServer(ServeAsync);
    }

    /// <summary>What goes into <c>-EndpointUrl</c>.</summary>
    public string Endpoint => $"http://127.0.0.1:{_server.Port}";

    /// <summary>How often the operation was called.</summary>
    public int Attacked => Volatile.Read(ref _attacked);

    /// <summary>Completes when the operation is attacked for the first time.</summary>
    public Task FirstAttack => _firstAttack.Task;

    /// <summary>Stops it; whoever still waits is disconnected.</summary>
    public void Dispose() => _server.Dispose();

    private async Task<bool> ServeAsync(HttpConnection connection, HttpRequest request, CancellationToken stopping)
    {
        var call = CallRecognition.Recognize(request);
        var turn = _turns.AddOrUpdate(call.ToString(), 0, (_, before) => before + 1);
        var honest = _answers.Find(call, turn) ?? AwsAnswer.Error(call, "UnrecordedCall", $"{call} was not recorded.", status: 400);
        if (call.ToString() != _operation || Interlocked.Increment(ref _attacked) > _attacks)
        {
            await connection.SendAsync(honest, request, honest.Body.Length, stopping).ConfigureAwait(false);
            return true;
        }

        _firstAttack.TrySetResult();
        return await _attack.MakeAsync(new AttackedCall(connection, request, call, honest, turn, stopping)).ConfigureAwait(false);
    }
}
