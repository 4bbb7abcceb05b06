using System.Collections.Concurrent;

namespace OrgTrail.Testing;

/// <summary>What a server of good will answered, operation by operation, to be given again by one of ill will.</summary>
public sealed class RecordedAnswers
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<HttpResponse>> _answers = new(StringComparer.Ordinal);

    /// <summary>The operations that were called, such as <c>CloudTrail.GetTrail</c>.</summary>
    public IReadOnlyList<string> Operations => _answers.Keys.Order(StringComparer.Ordinal).ToArray();

    internal void Add(AwsCall call, HttpResponse answer) => _answers.GetOrAdd(call.ToString(), _ => []).Enqueue(answer);

    /// <summary>The first answer of an operation.</summary>
    internal HttpResponse First(string operation) => _answers[operation].First();

    /// <summary>The answer to a call that is the nth of its operation; null when the operation was never called.</summary>
    internal HttpResponse? Find(AwsCall call, int nth) => _answers.TryGetValue(call.ToString(), out var answers)
        ? answers.ElementAtOrDefault(nth) ?? answers.Last()
        : null;
}
