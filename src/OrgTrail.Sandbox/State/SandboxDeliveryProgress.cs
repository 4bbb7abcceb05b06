namespace OrgTrail.Sandbox.State;

/// <summary>How far a trail's delivery has come for one account in one Region.</summary>
public sealed class SandboxDeliveryProgress
{
    /// <summary>Up to when log files were delivered.</summary>
    public DateTimeOffset DeliveredUntil { get; set; }

    /// <summary>Whether the last delivery was refused, so that log files are late.</summary>
    public bool IsRefused { get; set; }

    /// <summary>When the digest in progress begins; <see langword="null"/> without log file validation.</summary>
    public DateTimeOffset? DigestStart { get; set; }

    /// <summary>Log files that no digest lists yet.</summary>
    public List<SandboxLogFile> Unlisted { get; set; } = [];

    /// <summary>The last digest of the chain; <see langword="null"/> before the first.</summary>
    public SandboxDigestLink? LastDigest { get; set; }

    /// <summary>The last digest of the chain of backfill digests; <see langword="null"/> before the first.</summary>
    public SandboxDigestLink? LastBackfill { get; set; }
}
