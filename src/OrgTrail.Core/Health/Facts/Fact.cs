using System.Runtime.CompilerServices;

namespace OrgTrail.Health;

/// <summary>Something about a trail that is read when the first check awaits it, once for all of them.</summary>
internal sealed class Fact<T>
{
    private readonly Lazy<Task<T>> _reading;

    /// <summary>A fact that is not read yet.</summary>
    /// <param name="permission">What the caller must be allowed to, for example <c>s3:GetBucketPolicy</c>.</param>
    /// <param name="holder">Whose credentials see it, for example <c>the management account</c>.</param>
    /// <param name="read">Reads it.</param>
    public Fact(string permission, string holder, Func<Task<T>> read) =>
        _reading = new(() => ReadAsync(permission, holder, read));

    /// <summary>Reads it, or waits for who reads it already.</summary>
    /// <exception cref="OrgTrailException">It cannot be seen; the advice names the permission.</exception>
    public TaskAwaiter<T> GetAwaiter() => _reading.Value.GetAwaiter();

    private static async Task<T> ReadAsync(string permission, string holder, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            var advice = $"Allow the caller {permission}, or run the check with credentials of {holder}.";
            throw new OrgTrailException(refusal.Problem with { Advice = advice }, refusal);
        }
    }
}
