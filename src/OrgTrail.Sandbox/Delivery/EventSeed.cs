namespace OrgTrail.Sandbox.Delivery;

/// <summary>Seeds that are the same in every process, unlike the runtime's own hash codes: FNV-1a.</summary>
internal static class EventSeed
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>A seed, 0 or greater, for a moment of an account and Region.</summary>
    public static int For(int seed, AccountRegion place, long moment)
    {
        var hash = Mix(Basis, (uint)seed);
        foreach (var c in place.AccountId)
            hash = Mix(hash, c);
        foreach (var c in place.Region)
            hash = Mix(hash, c);
        hash = Mix(Mix(hash, (uint)moment), (uint)(moment >> 32));

        // FNV leaves the upper bits of the last characters little mixed.
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private static uint Mix(uint hash, uint value) => unchecked((hash ^ value) * Prime);
}
