namespace OrgTrail.Buckets;

/// <summary>How long S3 refuses to delete the versions of new objects. It cannot be switched off again (S3 user guide, "Locking objects with Object Lock").</summary>
/// <param name="Mode"><c>GOVERNANCE</c> or <c>COMPLIANCE</c>; <see langword="null"/> for no retention by default.</param>
/// <param name="Days">For how many days; either this or <paramref name="Years"/>.</param>
/// <param name="Years">For how many years.</param>
internal sealed record ObjectLock(string? Mode, int? Days, int? Years)
{
    /// <summary>Mode and time.</summary>
    public override string ToString() => Mode is null ? "on, no retention" : $"{Mode}, {(Days is null ? Count(Years, "year") : Count(Days, "day"))}";

    private static string Count(int? number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
