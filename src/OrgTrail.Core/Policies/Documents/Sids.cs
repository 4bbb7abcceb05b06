namespace OrgTrail.Policies;

/// <summary>Ids of statements.</summary>
internal static class Sids
{
    /// <summary>An id that no statement of a policy has. Sids are unique in a policy and have letters and digits only (IAM user guide, "Sid").</summary>
    internal static string Unique(PolicyDocument policy, string wanted)
    {
        var taken = policy.Statements.Select(statement => statement.Sid).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}{n}").First(sid => !taken.Contains(sid));
    }
}
