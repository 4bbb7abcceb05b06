namespace OrgTrail.Integrity;

/// <summary>What inflating a file came to.</summary>
/// <param name="Size">How many bytes came out.</param>
/// <param name="Defect">What is wrong with the file, to stand behind a name; <see langword="null"/> for nothing.</param>
/// <param name="IsWhole">Whether all of the content came out, whatever stands around it.</param>
internal readonly record struct Inflated(long Size, string? Defect, bool IsWhole)
{
    public static Inflated Broken(long size, string defect) => new(size, defect, IsWhole: false);
}
