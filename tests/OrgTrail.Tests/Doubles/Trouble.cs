namespace OrgTrail.Tests.Doubles;

internal static class Trouble
{
    public static OrgTrailException Of(string id, ProblemKind kind = ProblemKind.NotFound) =>
        new(new Problem(id, kind, $"{id} happened.", "Do better."));
}
