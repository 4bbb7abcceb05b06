namespace OrgTrail.Sandbox.State;

/// <summary>A delivered log file, as a digest lists it.</summary>
public sealed class SandboxLogFile
{
    /// <summary>The bucket.</summary>
    public required string Bucket { get; set; }

    /// <summary>The key.</summary>
    public required string Key { get; set; }

    /// <summary>The SHA-256 of its uncompressed bytes in lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset Delivered { get; set; }

    /// <summary>The time of its oldest event.</summary>
    public DateTimeOffset OldestEventTime { get; set; }

    /// <summary>The time of its newest event.</summary>
    public DateTimeOffset NewestEventTime { get; set; }
}
