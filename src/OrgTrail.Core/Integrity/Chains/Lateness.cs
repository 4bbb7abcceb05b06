namespace OrgTrail.Integrity;

/// <summary>What may be late, and for how long, before it counts as missing.</summary>
internal static class Lateness
{
    /// <summary>A digest covers an hour.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A digest comes up to so long behind the end of its hour.</summary>
    public static readonly TimeSpan OfDigest = TimeSpan.FromMinutes(90);

    /// <summary>The final digest ends when logging stops, but for what was under way.</summary>
    public static readonly TimeSpan OfFinal = TimeSpan.FromMinutes(10);

    /// <summary>The status of a trail names the delivery of the newest digest, but for what spreads slowly.</summary>
    public static readonly TimeSpan OfStatus = TimeSpan.FromMinutes(30);
}
