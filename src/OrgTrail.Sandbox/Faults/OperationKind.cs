namespace OrgTrail.Sandbox.Faults;

/// <summary>Tells reading operations from changing ones, by the verbs that AWS names them with.</summary>
internal static class OperationKind
{
    private static readonly string[] ReadingVerbs = ["Get", "List", "Describe", "Head", "Lookup"];

    public static bool Reads(string operation) =>
        ReadingVerbs.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));
}
