using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>Lets principals decrypt what CloudTrail encrypted.</summary>
/// <remarks>CloudTrail user guide, "Granting decrypt permissions": only where the encryption context is CloudTrail's.</remarks>
internal sealed class ReaderMerge
{
    private const string Sid = "AllowReaders";
    private const string Null = "Null";

    // What can be a principal, which a group or a policy cannot (IAM user guide, "AWS JSON policy elements: Principal").
    private static readonly Dictionary<string, string[]> Sorts = new(StringComparer.Ordinal)
    {
        ["iam"] = ["role/", "user/"],
        ["sts"] = ["assumed-role/", "federated-user/"],
    };

    private readonly string[] _readers;

    /// <summary>A merge of the given readers.</summary>
    /// <param name="readers">ARNs, or ids of accounts.</param>
    /// <param name="partition">The partition of the key; no other one's principals are known there.</param>
    /// <exception cref="OrgTrailException">One of them is no principal (<c>InvalidPrincipal</c>).</exception>
    internal ReaderMerge(IEnumerable<string> readers, string partition)
    {
        _readers = [.. readers.Distinct()];
        foreach (var reader in _readers) Require(reader, partition);
    }

    /// <summary>Changes the policy.</summary>
    /// <returns>What was changed, one sentence a change.</returns>
    internal IReadOnlyList<string> Apply(PolicyDocument policy)
    {
        var missing = _readers.Where(reader => !policy.Statements.Any(statement => LetsRead(statement, reader))).ToArray();
        if (missing.Length == 0)
        {
            return [];
        }

        if (policy.Statements.FirstOrDefault(IsOwn) is { } own)
        {
            string[] all = [.. own.Principals.Items.Select(principal => principal.Value), .. missing];
            own.Edit(json => json["Principal"]!["AWS"] = PolicyJson.ScalarOrArray(all));
            return [$"update {own.Label}: Principal gains {string.Join(", ", missing)}"];
        }

        var sid = Sids.Unique(policy, Sid);
        policy.Append(PolicyJson.Allow(sid, Principal.Aws, missing, KeyCalls.DecryptData, "*", [new Condition(Null, KeyCalls.TrailContext, ["false"])]));
        return [$"add statement {sid}"];
    }

    // Only what is certain counts: the principal by its own name, no condition but the one of ours.
    private static bool LetsRead(Statement statement, string reader) =>
        statement is { Allows: true, Principals.Except: false }
        && statement.Principals.Items.Any(principal => principal.Type == Principal.Aws && IsSame(principal.Value, reader))
        && StatementEvaluator.MeansAction(statement, KeyCalls.DecryptData)
        && !statement.Resources.Except && statement.Resources.Items.Contains("*")
        && statement.Conditions.All(IsTrailContext);

    private static bool IsOwn(Statement statement) =>
        statement is { Allows: true, Principals: { Except: false, Items.Count: > 0 }, Actions: { Except: false, Items: [var action] }, Resources: { Except: false, Items: ["*"] }, Conditions: [var condition] }
        && statement.Principals.Items.All(principal => principal.Type == Principal.Aws && principal.Value != Principal.Anybody)
        && string.Equals(action, KeyCalls.DecryptData, StringComparison.OrdinalIgnoreCase)
        && IsTrailContext(condition);

    private static bool IsTrailContext(Condition condition) =>
        string.Equals(condition.Operator, Null, StringComparison.OrdinalIgnoreCase)
        && string.Equals(condition.Key, KeyCalls.TrailContext, StringComparison.OrdinalIgnoreCase)
        && condition.Values is ["false"];

    private static bool IsSame(string written, string reader) =>
        written == reader || (Principal.WholeAccount(written) is { } account && account == Principal.WholeAccount(reader));

    // KMS refuses a principal that does not exist or has a wildcard, with the whole policy.
    private static void Require(string reader, string partition)
    {
        if (NamingRule.AccountId.Check(reader) is null) return;
        var isPrincipal = Arn.Find(reader) is { Region: "" } arn
            && arn.Partition == partition && NamingRule.AccountId.Check(arn.AccountId) is null && IsName(arn.Service, arn.Resource);
        if (!isPrincipal)
        {
            throw new OrgTrailException(new Problem(
                "InvalidPrincipal",
                ProblemKind.InvalidInput,
                $"{NamingRule.Quote(reader)} is neither the ARN of a role or user in the partition '{partition}' nor the id of an account.",
                $"Use for example arn:{partition}:iam::111111111111:role/auditors. A principal in a key policy cannot have wildcards."));
        }
    }

    private static bool IsName(string service, string name) =>
        (name == "root" && service == "iam")
        || (Sorts.GetValueOrDefault(service, []).Any(sort => name.StartsWith(sort, StringComparison.Ordinal) && name.Length > sort.Length)
            && !name.Any(c => char.IsWhiteSpace(c) || c is '*' or '?'));
}
