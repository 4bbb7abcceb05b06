namespace OrgTrail.Health;

/// <summary>Names the permission that a refused read lacks.</summary>
internal static class Permission
{
    /// <summary>Reads something.</summary>
    /// <param name="permission">What the caller must be allowed to, for example <c>s3:GetBucketPolicy</c>.</param>
    /// <param name="holder">Whose credentials see it, for example <c>the management account</c>.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="OrgTrailException">It cannot be seen; where access is denied, the advice names the permission.</exception>
    public static async Task<T> NameAsync<T>(string permission, string holder, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        // One that has an exception of ours behind it comes from a fact that this one rests on, and names its permission.
        catch (OrgTrailException refusal) when (refusal is { Problem.Kind: ProblemKind.PermissionDenied, InnerException: not OrgTrailException })
        {
            var advice = $"Allow the caller {permission}, or run the check with credentials of {holder}.";
            throw new OrgTrailException(refusal.Problem with { Advice = advice }, refusal);
        }
    }
}
