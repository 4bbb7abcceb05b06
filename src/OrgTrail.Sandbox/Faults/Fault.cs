namespace OrgTrail.Sandbox.Faults;

/// <summary>Something that goes wrong on demand: with which calls, what, and how often.</summary>
public sealed record Fault
{
    /// <summary>The service by its signing name, for example <c>cloudtrail</c> or <c>s3</c>; <see langword="null"/> for every service.</summary>
    public string? Service { get; init; }

    /// <summary>The operation, for example <c>CreateTrail</c> or <c>PutBucketPolicy</c>; <see langword="null"/> for every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Only the nth call that matches, counted from 1 since the fault was added; <see langword="null"/> for every one.</summary>
    public int? OnCall { get; init; }

    /// <summary>The share of the matching calls that it happens to, from 0 to 1, drawn by <see cref="Seed"/>; <see langword="null"/> for all.</summary>
    public double? Share { get; init; }

    /// <summary>What the draw of <see cref="Share"/> follows from: the same seed, the same calls.</summary>
    public int Seed { get; init; }

    /// <summary>How many times at most; <see langword="null"/> without limit.</summary>
    public int? Times { get; init; }

    /// <summary>For <see cref="FaultKind.Latency"/> and <see cref="FaultKind.LatePolicyPropagation"/>: how late, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>For <see cref="FaultKind.LatePolicyPropagation"/>, instead of <see cref="Seconds"/>: how many checks still see the old policy.</summary>
    public int Checks { get; init; }

    /// <summary>For <see cref="FaultKind.ServerError"/>: 500 to 599.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Demands that the values make sense.</summary>
    /// <exception cref="OrgTrailException">They do not.</exception>
    internal void Validate()
    {
        Demand(Enum.IsDefined(Kind), "Kind is none that is known");
        Demand(OnCall is null or > 0, "OnCall counts from 1");
        Demand(Share is null or (>= 0 and <= 1), "Share is from 0 to 1");
        Demand(Times is null or > 0, "Times is at least 1");
        Demand(Seconds is >= 0 and <= 86400, "Seconds is from 0 to 86400");
        Demand(Checks >= 0, "Checks is not negative");
        Demand(Status is >= 500 and <= 599, "Status is from 500 to 599");
        Demand(Kind != FaultKind.Latency || Seconds > 0, "Latency needs Seconds");
        Demand(Kind != FaultKind.LatePolicyPropagation || Seconds > 0 != Checks > 0, "LatePolicyPropagation needs either Seconds or Checks");
    }

    private static void Demand(bool met, string otherwise)
    {
        if (!met)
            throw new OrgTrailException(new Problem("InvalidFault", ProblemKind.InvalidInput, $"This is no fault that the sandbox can make: {otherwise}.", "Correct the value, and add the fault again."));
    }
}
