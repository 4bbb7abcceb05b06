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
    /// Whether CloudTrail can encrypt: KMS takes the policy, nothing is missing, nothing blocks, no Deny <em>may</em> block, and nothing is wrong
    /// with the key itself.
    /// </summary>
    public required bool Sufficient { get; init; }

    /// <summary>
    /// What no statement allows for certain: of <c>encrypt</c>, <c>describe</c> and, where the bucket has an S3 Bucket Key,
    /// <c>decrypt</c>. Where that is not known, <c>decrypt</c> alone is not missed but a note; beside others it is.
    /// </summary>
    public required IReadOnlyList<string> Missing { get; init => field = value.ToArray(); }

    /// <summary>For each of <see cref="Missing"/>, the statement that comes nearest to allowing it, and what of it does not fit.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init => field = value.ToArray(); } = [];

    /// <summary>The Deny statements that keep CloudTrail from the key, in the policy's order.</summary>
    public required IReadOnlyList<BlockingStatement> BlockedBy { get; init => field = value.ToArray(); }

    /// <summary>What is weaker than it should be. Does not keep CloudTrail from encrypting.</summary>
    public required IReadOnlyList<PolicyFinding> Weak { get; init => field = value.ToArray(); }

    /// <summary>Statements whose outcome AWS does not document or which depends on what a policy does not tell, and conditions that never resolve for a service principal.</summary>
    public required IReadOnlyList<PolicyFinding> Uncertain { get; init => field = value.ToArray(); }

    /// <summary>
    /// What KMS would refuse the policy for when it is put. Such a policy lets nobody in, since no key ever has it. Empty for a live policy, which
    /// KMS took.
    /// </summary>
    public IReadOnlyList<PolicyFault> Invalid { get; init => field = value.ToArray(); } = [];

    /// <summary>When a sufficient policy ceases to be, by a date in a condition; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? SufficientUntil { get; init; }

    /// <summary>What else a person should know, as sentences: what is needed under circumstances that are not known.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value.ToArray(); } = [];

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
            return $"CloudTrail can encrypt {TrailArn} with {key}{Expiry.Clause(SufficientUntil)}.{string.Concat(Notes.Select(note => $" {note}"))}";
        }

        var verb = Refuses || (Invalid.Count > 0 && Uncertain.Count == 0) ? "cannot" : "may not be able to";
        string[] reasons =
        [
            .. KeyProblems.Select(problem => problem.What),
            .. Invalid.Select(fault => $"AWS KMS would refuse the policy: {fault}"),
            .. Missing.Count > 0 ? (string[])[$"Missing: {string.Join(", ", Missing)}."] : [],
            .. NearMiss.Words(NearMisses),
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
        NearMisses = NearMisses,
        BlockedBy = BlockedBy,
        Weak = Weak,
        Uncertain = Uncertain,
        Invalid = Invalid,
        SufficientUntil = problems.Count == 0 ? SufficientUntil : null,
        Notes = Notes,
        KeyProblems = problems,
        RotationEnabled = isRotated,
    };

    private bool IsKeptFrom(string call) => Missing.Contains(call) || BlockedBy.Any(statement => statement.Calls.Contains(call));
}
