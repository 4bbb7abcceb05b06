using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>The Regions from which something must come.</summary>
internal static class RegionsInUse
{
    /// <summary>
    /// The Regions that every account has. Where nothing ever came from one of them, CloudTrail is asked there: a Region
    /// that turns the credentials away is not enabled, or none of this AWS.
    /// </summary>
    /// <param name="facts">The trail.</param>
    /// <param name="seen">The Regions that something ever came from.</param>
    public static async Task<IReadOnlyList<string>> OfAllAccountsAsync(TrailFacts facts, IReadOnlySet<string> seen)
    {
        if (!facts.Trail.IsMultiRegionTrail) return [facts.Trail.HomeRegion];
        var regions = DefaultRegions.Of(facts.Arn.Partition).Append(facts.Trail.HomeRegion).Distinct();
        var answers = await Task.WhenAll(regions.Select(async region => (region, IsUsed: seen.Contains(region) || await AnswersAsync(facts, region))));
        return [.. answers.Where(answer => answer.IsUsed).Select(answer => answer.region).Order(StringComparer.Ordinal)];
    }

    private static async Task<bool> AnswersAsync(TrailFacts facts, string region)
    {
        try
        {
            await facts.TrailsIn(region).GetStatusAsync(facts.Arn, facts.Cancellation);
            return true;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id is ProblemIds.TrailNotFound or ProblemIds.AccessDenied)
        {
            // A trail that is missing there, or a policy against the call, says that the Region is in use all the same.
            return true;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id is ProblemIds.CredentialsRefused or ProblemIds.RegionDisabled)
        {
            return false;
        }
    }
}
