namespace OrgTrail.Testing;

/// <summary>A bucket of <see cref="ScriptedAws"/>: no objects, but a policy that stays.</summary>
public sealed class ScriptedBucket
{
    /// <summary>Where it lies, for example <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The policy as it was put last; null when there is none.</summary>
    public string? Policy { get; set; }
}
