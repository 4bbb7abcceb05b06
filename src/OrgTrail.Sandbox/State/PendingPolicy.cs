namespace OrgTrail.Sandbox.State;

/// <summary>A bucket policy that was written, but is not in effect yet everywhere.</summary>
public sealed class PendingPolicy
{
    /// <summary>The policy that is still in effect; <see langword="null"/> for none.</summary>
    public string? Before { get; set; }

    /// <summary>Until when; <see langword="null"/> when it goes by <see cref="Checks"/>.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>How many checks it is still in effect for.</summary>
    public int Checks { get; set; }
}
