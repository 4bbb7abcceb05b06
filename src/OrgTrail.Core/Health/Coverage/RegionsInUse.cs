using OrgTrail.State;
using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>The Regions from which something must come.</summary>
internal static class RegionsInUse
{
    /// <summary>
    /// The Regions that every account has. Where nothing ever came from one of them, CloudTrail is asked there: a Region
    /// that turns the credentials away is not enabled, or none of this AWS.
    /// </summary>
    /// <param name="state">The trail.</param>
    /// <param name="seen">The Regions that something ever came from.</param>
    public static async Task<IReadOnlyList<string>> OfAllAccountsAsync(TrailState state, IReadOnlySet<string> seen)
    {
        if (!state.Trail.IsMultiRegionTrail) return [state.Trail.HomeRegion];
        var regions = DefaultRegions.Of(state.Arn.Partition).Append(state.Trail.HomeRegion).Distinct();
        var answers = await Task.WhenAll(regions.Select(async region => (region, IsUsed: seen.Contains(region) || await AnswersAsync(state, region))));
        return [.. answers.Where(answer => answer.IsUsed).Select(answer => answer.region).Order(StringComparer.Ordinal)];
    }

    private static async Task<bool> AnswersAsync(TrailState state, string region)
    {
        try
        {
            await state.Cloud.TrailsIn(region).GetStatusAsync(state.Arn, state.Cloud.Cancellation);
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
