namespace OrgTrail.Problems;

/// <summary>Turns checks that throw into problems, to be told together with others.</summary>
internal static class Refusals
{
    /// <summary>The problem that a check throws; empty when it passes.</summary>
    public static IReadOnlyList<Problem> Of(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (OrgTrailException refusal)
        {
            return [refusal.Problem];
        }
    }
}
