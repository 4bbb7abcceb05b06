using OrgTrail.Connection;
using OrgTrail.Keys;
using OrgTrail.Problems;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Looks whether S3 can encrypt by a KMS key.</summary>
/// <param name="session">The connection.</param>
/// <param name="feedback">Told what could not be looked at.</param>
internal sealed class BucketKey(CloudSession session, IFeedback feedback)
{
    /// <summary>Refuses a key of another Region, and one that cannot encrypt.</summary>
    /// <param name="key">Id, ARN, alias or alias ARN.</param>
    /// <param name="region">The Region of the bucket.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>The key's ARN, by which S3 finds it whoever writes; the key as it was given when it may not be seen.</returns>
    public async Task<string> RequireAsync(string key, string region, CancellationToken cancellation)
    {
        if (KeyArn.RegionOf(key) is { } named && named != region) throw new OrgTrailException(KeyRules.WrongRegion(key, named, region));
        var found = await KeyState.Of(session, key, cancellation, region).Description.ObserveAsync();
        if (found.Refusal is { } refusal)
        {
            feedback.Warning($"{refusal} So it was not checked.");
            return key;
        }

        ProblemList.ThrowIfAny(KeyRules.Check(found.Value!, region));
        return found.Value!.Arn;
    }
}
