namespace OrgTrail.Policies;

/// <summary>A part of a statement that does not fit a request.</summary>
/// <param name="Distance">How far it is off: 1 for a slip or a wrong value, 3 for something else altogether.</param>
/// <param name="Reason">What does not fit, as a sentence.</param>
internal sealed record Misfit(int Distance, string Reason)
{
    internal const int Other = 3;

    internal static Misfit Slip(string reason) => new(1, reason);

    internal static Misfit Unrelated(string reason) => new(Other, reason);
}
