using OrgTrail.Buckets;

namespace OrgTrail.Deployments;

/// <summary>Looks at what the caller may not be allowed to see.</summary>
internal static class Sight
{
    /// <summary>What a reading comes to; a lack of permission is an answer, every other refusal is thrown.</summary>
    public static async Task<Seen<T>> OfAsync<T>(Task<T?> reading)
        where T : class
    {
        try
        {
            return new(await reading);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            return new(null, refusal.Problem);
        }
    }
}
