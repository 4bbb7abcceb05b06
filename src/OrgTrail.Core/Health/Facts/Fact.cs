using System.Runtime.CompilerServices;

namespace OrgTrail.Health;

/// <summary>Something about a trail that is read when the first check awaits it, once for all of them.</summary>
/// <param name="permission">What the caller must be allowed to, for example <c>s3:GetBucketPolicy</c>.</param>
/// <param name="holder">Whose credentials see it, for example <c>the management account</c>.</param>
/// <param name="read">Reads it.</param>
internal sealed class Fact<T>(string permission, string holder, Func<Task<T>> read)
{
    private readonly Lazy<Task<T>> _reading = new(() => Permission.NameAsync(permission, holder, read));

    /// <summary>Reads it, or waits for who reads it already.</summary>
    /// <exception cref="OrgTrailException">It cannot be seen; the advice names the permission.</exception>
    public TaskAwaiter<T> GetAwaiter() => _reading.Value.GetAwaiter();
}
