using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Problems;

namespace OrgTrail.Operations;

/// <summary>
/// What must be so before CloudTrail takes an organization trail, looked at all at once, so that the user reads what is
/// missing and what mends it instead of the first refusal (CloudTrail user guide, "Prepare for creating a trail for
/// your organization"). What the caller may not see is no reason to stop: it is said, and CloudTrail decides.
/// </summary>
internal sealed class TrailPrerequisites(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Refuses an organization that only shares its bill.</summary>
    public static void RequireAllFeatures(Organization organization)
    {
        if (!organization.HasAllFeatures) throw new OrgTrailException(PrerequisiteProblems.NotAllFeatures(organization));
    }

    /// <summary>Looks at everything that can be known before an organization trail is created or changed.</summary>
    /// <param name="planned">The trail as it shall be; of account trails nothing is known, since they need no organization.</param>
    /// <param name="fresh">What was changed a moment ago: AWS may still show what was before, so CloudTrail decides.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>What was changed a moment ago, and what else was seen to be right.</returns>
    /// <exception cref="OrgTrailException">Something is missing; the problem names all of it, the first by its id.</exception>
    public async Task<Freshness> RequireAsync(Trail planned, Freshness fresh, CancellationToken cancellation)
    {
        if (!planned.IsOrganizationTrail) return fresh;
        var trusted = SeenAsync("Trusted access", () => GetTrustedAccess.FindAsync(session, cancellation));
        var organization = MissingInOrganizationAsync(trusted, cancellation);
        var bucket = new BucketPolicyCheck(session, time).JudgeLiveAsync(planned, cancellation);
        await Task.WhenAll(organization, bucket);

        var finding = await bucket;
        ProblemList.ThrowIfAny([.. ((Problem[])[.. await organization, .. finding.Missing]).Where(problem => !fresh.Explains(problem))]);
        if (finding.Doubt is { } doubt) feedback.Warning(doubt);
        return new()
        {
            TrustedAccess = fresh.TrustedAccess || (await trusted).Value is not null,
            Bucket = fresh.Bucket || finding.IsBucketSeen,
            BucketPolicy = fresh.BucketPolicy || finding is { Missing: [], Doubt: null },
            KeyPolicy = fresh.KeyPolicy,
        };
    }

    private async Task<IReadOnlyList<Problem>> MissingInOrganizationAsync(
        Task<(bool Seen, TrustedService? Value)> trusted, CancellationToken cancellation)
    {
        var organization = session.OrganizationAsync(cancellation);
        var caller = session.CallerAsync(cancellation);
        await Task.WhenAll(organization, caller, trusted);

        var missing = new List<Problem>();
        if (await CallerRoles.OfAsync(session, cancellation) == CallerRole.Member)
            missing.Add(PrerequisiteProblems.WrongAccount(await organization, (await caller).AccountId));
        if (!(await organization).HasAllFeatures) missing.Add(PrerequisiteProblems.NotAllFeatures(await organization));
        if (await trusted is (Seen: true, Value: null)) missing.Add(PrerequisiteProblems.NotTrusted(await organization));
        return missing;
    }

    private async Task<(bool Seen, T? Value)> SeenAsync<T>(string what, Func<Task<T?>> read) where T : class
    {
        try
        {
            return (true, await read());
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.AccessDenied)
        {
            feedback.Verbose($"{what} cannot be seen with these credentials, so it was not checked: {exception.Problem}");
            return (false, null);
        }
    }
}
