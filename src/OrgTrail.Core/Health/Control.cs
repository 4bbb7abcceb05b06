namespace OrgTrail.Health;

/// <summary>
/// The names of controls in public benchmarks, each with its version, since the numbers mean other things in other
/// versions. Sources: AWS Security Hub user guide, "CloudTrail controls"; CIS AWS Foundations Benchmark, section 3, as
/// Prowler carries its audit texts.
/// </summary>
internal static class Control
{
    /// <summary>A control of AWS Security Hub.</summary>
    public static string SecurityHub(int number) => $"Security Hub CloudTrail.{number}";

    /// <summary>A recommendation that has the same number in both versions of the CIS benchmark that are in use.</summary>
    public static string[] Cis(string number) => [$"CIS v3.0.0 {number}", $"CIS v5.0.0 {number}"];
}
