using System.Runtime.CompilerServices;

namespace OrgTrail.State;

/// <summary>
/// One thing that is there or not, read when the first one asks for it, and once for all. That the caller may not see it is
/// an answer; every other failure is thrown.
/// </summary>
internal sealed class Fact<T>
{
    private readonly Lazy<Task<Observed<T>>> _reading;
    private OrgTrailException? _cause;

    /// <summary>Prepares to read; nothing is read yet.</summary>
    /// <param name="what">What is read, as the beginning of a sentence: <c>The policy of bucket acme-audit</c>.</param>
    /// <param name="permission">What the caller must be allowed to, for example <c>s3:GetBucketPolicy</c>.</param>
    /// <param name="holder">Whose credentials see it, for example <c>the management account</c>.</param>
    /// <param name="read">Reads it.</param>
    public Fact(string what, string permission, string holder, Func<Task<T>> read) =>
        _reading = new(() => ReadAsync(what, permission, holder, read));

    private Fact(Task<Observed<T>> reading) => _reading = new(reading);

    /// <summary>A fact that was read before, or that will be so when a plan is carried out.</summary>
    public static Fact<T> Of(Observed<T> observed) => new(Task.FromResult(observed));

    /// <summary>A fact that there is not, for want of what it is about.</summary>
    public static Fact<T> Failed(Problem problem) => new(Task.FromException<Observed<T>>(new OrgTrailException(problem)));

    /// <summary>Reads it, or waits for who reads it already. What the caller may not see is left open.</summary>
    public Task<Observed<T>> ObserveAsync() => _reading.Value;

    /// <summary>The value itself, for who can do nothing without it.</summary>
    /// <exception cref="OrgTrailException">It cannot be seen; the advice names the permission.</exception>
    public TaskAwaiter<T> GetAwaiter() => RequireAsync().GetAwaiter();

    private async Task<T> RequireAsync() =>
        await ObserveAsync() is { Refusal: { } refusal } ? throw new OrgTrailException(refusal, _cause) : (await ObserveAsync()).Value!;

    private async Task<Observed<T>> ReadAsync(string what, string permission, string holder, Func<Task<T>> read)
    {
        try
        {
            return new(await read());
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            _cause = refusal;
            // One that has an exception of ours behind it comes from a fact that this one rests on, and names its permission.
            return new(default, refusal.InnerException is OrgTrailException ? refusal.Problem : refusal.Problem with
            {
                What = $"{what} cannot be seen.",
                Why = refusal.Problem.ToString(),
                Advice = $"Allow the caller {permission}, or run the command with credentials of {holder}.",
            });
        }
    }
}

/// <summary>Looks at what the caller may not be allowed to see.</summary>
internal static class Fact
{
    /// <summary>A fact that was read before, or that will be so when a plan is carried out.</summary>
    public static Fact<T> Known<T>(T value) => Fact<T>.Of(new(value));

    /// <summary>What a reading comes to; a lack of permission is an answer, every other refusal is thrown.</summary>
    public static async Task<Observed<T>> ObserveAsync<T>(Task<T> reading)
    {
        try
        {
            return new(await reading);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            return new(default, refusal.Problem);
        }
    }
}
