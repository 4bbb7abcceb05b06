namespace OrgTrail.Sandbox.State;

/// <summary>A bucket.</summary>
public sealed class SandboxBucket
{
    /// <summary>The bucket's name.</summary>
    public required string Name { get; set; }

    /// <summary>The account that owns it.</summary>
    public required string OwnerAccountId { get; set; }

    /// <summary>The Region that it lies in.</summary>
    public required string Region { get; set; }

    /// <summary>The policy text; <see langword="null"/> for none.</summary>
    public string? Policy { get; set; }
}
