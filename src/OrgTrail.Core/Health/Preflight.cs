using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Problems;
using OrgTrail.State;

namespace OrgTrail.Health;

/// <summary>
/// The checks that are made before a trail is created or changed, so that the user reads what is missing and what mends it
/// instead of the first refusal (CloudTrail user guide, "Prepare for creating a trail for your organization"). What the
/// caller may not see is no reason to stop: it is said, and CloudTrail decides.
/// </summary>
internal sealed class Preflight
{
    private readonly IReadOnlyList<(Check Check, Finding Finding)> _findings;

    private Preflight(IReadOnlyList<(Check Check, Finding Finding)> findings) => _findings = findings;

    /// <summary>Why AWS would refuse the change, each cause once; empty when it would not, as far as can be seen.</summary>
    public IReadOnlyList<Problem> Problems => [.. _findings.SelectMany(found => found.Finding.Blocks).Distinct()];

    /// <summary>What the user should know although nothing stands in the way.</summary>
    public IReadOnlyList<string> Warnings => [.. _findings.Select(found => found.Finding).Where(finding => finding.Blocks.Count == 0).Select(finding => finding.Warning).OfType<string>().Distinct()];

    /// <summary>Makes the checks, all at once.</summary>
    /// <param name="planned">The trail as it shall be, and what it delivers to.</param>
    /// <param name="change">What is to be done with it.</param>
    /// <exception cref="OrgTrailException">Something cannot be read for another reason than that the caller may not.</exception>
    public static async Task<Preflight> RunAsync(TrailState planned, AskedBefore change)
    {
        var checks = HealthChecks.All.Where(check => check.AskedBefore.HasFlag(change)).ToArray();
        var findings = await Task.WhenAll(checks.Select(check => FindAsync(check, planned)));
        return new([.. checks.Zip(findings)]);
    }

    /// <summary>What one of the checks found.</summary>
    public Finding Of<TCheck>()
        where TCheck : Check => _findings.Single(found => found.Check is TCheck).Finding;

    /// <summary>Refuses a change that AWS would refuse, and says what the user should know.</summary>
    /// <param name="fresh">What was changed a moment ago: AWS may still show what was before, so CloudTrail decides.</param>
    /// <param name="feedback">Told what could not be seen, and what is not certain.</param>
    /// <returns>What was changed a moment ago, and what else was seen to be right.</returns>
    /// <exception cref="OrgTrailException">Something is missing; the problem names all of it, the first by its id.</exception>
    public Freshness Require(Freshness fresh, IFeedback feedback)
    {
        ProblemList.ThrowIfAny([.. Problems.Where(problem => !fresh.Explains(problem))]);
        foreach (var warning in Warnings) feedback.Warning(warning);
        var bucketPolicy = Of<BucketPolicyCheck>();
        return new()
        {
            TrustedAccess = fresh.TrustedAccess || Of<TrustedAccessCheck>().Verdict == CheckVerdict.Pass,
            Bucket = fresh.Bucket || bucketPolicy.Verdict != CheckVerdict.Unknown,
            BucketPolicy = fresh.BucketPolicy || bucketPolicy is { Blocks: [], Warning: null },
            KeyPolicy = fresh.KeyPolicy || Of<KeyPolicyCheck>() is { Blocks: [], Warning: null },
        };
    }

    private static async Task<Finding> FindAsync(Check check, TrailState planned)
    {
        try
        {
            return await check.EvaluateAsync(planned);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            return Finding.Unseen(refusal.Problem);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind is ProblemKind.NotFound or ProblemKind.InvalidInput)
        {
            return Finding.Unknown(refusal.Problem.ToString(), refusal.Problem.Advice) with { Blocks = [refusal.Problem] };
        }
    }
}
