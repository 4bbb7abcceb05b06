using OrgTrail.Connection;
using OrgTrail.Policies;

namespace OrgTrail;

/// <summary>Whether a KMS key and its policy let CloudTrail encrypt an organization trail's files.</summary>
/// <remarks>Its lists are arrays, which PowerShell indexes from the end too.</remarks>
public sealed class KeyPolicyVerdict : CloudObject
{
    /// <summary>The key's ARN; <see langword="null"/> when it is not known.</summary>
    public required string? KmsKeyId { get; init; }

    /// <summary>The trail that the policy was judged for.</summary>
    public required string TrailArn { get; init; }

    /// <summary>
    /// Whether CloudTrail can encrypt: nothing is missing, nothing blocks, no Deny <em>may</em> block, and nothing is wrong
    /// with the key itself.
    /// </summary>
    public required bool Sufficient { get; init; }

    /// <summary>What no statement allows for certain: of <c>encrypt</c>, <c>describe</c> and <c>decrypt</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init => field = value.ToArray(); }

    /// <summary>The Deny statements that keep CloudTrail from the key, in the policy's order.</summary>
    public required IReadOnlyList<BlockingStatement> BlockedBy { get; init => field = value.ToArray(); }

    /// <summary>What is weaker than it should be. Does not keep CloudTrail from encrypting.</summary>
    public required IReadOnlyList<PolicyFinding> Weak { get; init => field = value.ToArray(); }

    /// <summary>Statements whose outcome AWS does not document or which depends on what a policy does not tell, and conditions that never resolve for a service principal.</summary>
    public required IReadOnlyList<PolicyFinding> Uncertain { get; init => field = value.ToArray(); }

    /// <summary>What is wrong with the key itself: its Region, its kind or its state. Empty when nothing is, and when only a policy was judged.</summary>
    public IReadOnlyList<Problem> KeyProblems { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether KMS changes the key's material by itself; <see langword="null"/> when that is not known. It makes no difference to <see cref="Sufficient"/>.</summary>
    public bool? RotationEnabled { get; init; }

    /// <summary>
    /// Whether CloudTrail is certainly kept from encrypting. Neither this nor <see cref="Sufficient"/> holds when a Deny only
    /// may block, or when just one of <c>describe</c> and <c>decrypt</c> is missing: AWS's own policies (Control Tower's, and
    /// that of CloudTrail's console) have one of the two, and serve.
    /// </summary>
    public bool Refuses => KeyProblems.Count > 0 || IsKeptFrom(KeyCalls.Encrypt) || (IsKeptFrom(KeyCalls.Describe) && IsKeptFrom(KeyCalls.Decrypt));

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString()
    {
        var key = KmsKeyId ?? "the key";
        if (Sufficient)
        {
            return $"CloudTrail can encrypt {TrailArn} with {key}.";
        }

        var verb = Refuses ? "cannot" : "may not be able to";
        string[] reasons =
        [
            .. KeyProblems.Select(problem => problem.What),
            .. Missing.Count > 0 ? (string[])[$"Missing: {string.Join(", ", Missing)}."] : [],
            .. BlockedBy.Select(statement => $"{statement}."),
            .. Refuses ? [] : Uncertain.Select(finding => finding.ToString()),
        ];
        return $"CloudTrail {verb} encrypt {TrailArn} with {key}. {string.Join(" ", reasons)}";
    }

    /// <summary>The verdict on a policy together with what is known of its key.</summary>
    internal KeyPolicyVerdict WithKey(IReadOnlyList<Problem> problems, bool? isRotated) => new()
    {
        KmsKeyId = KmsKeyId,
        TrailArn = TrailArn,
        Sufficient = Sufficient && problems.Count == 0,
        Missing = Missing,
        BlockedBy = BlockedBy,
        Weak = Weak,
        Uncertain = Uncertain,
        KeyProblems = problems,
        RotationEnabled = isRotated,
    };

    private bool IsKeptFrom(string call) => Missing.Contains(call) || BlockedBy.Any(statement => statement.Calls.Contains(call));
}
