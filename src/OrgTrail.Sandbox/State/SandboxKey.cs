namespace OrgTrail.Sandbox.State;

/// <summary>A KMS key.</summary>
public sealed class SandboxKey
{
    internal const string Enabled = "Enabled";
    internal const string ManagedByAws = "AWS";
    internal const string Disabled = "Disabled";
    internal const string PendingDeletion = "PendingDeletion";

    /// <summary>The key's ARN.</summary>
    public required string Arn { get; set; }

    /// <summary>The aliases, each with its <c>alias/</c>.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary><c>CUSTOMER</c>, or <c>AWS</c> for a key that AWS manages.</summary>
    public string Manager { get; set; } = "CUSTOMER";

    /// <summary>The key policy text.</summary>
    public required string Policy { get; set; }

    /// <summary><c>Enabled</c>, <c>Disabled</c> or <c>PendingDeletion</c>.</summary>
    public string KeyState { get; set; } = Enabled;

    /// <summary><c>SYMMETRIC_DEFAULT</c>, or the spec of an asymmetric key.</summary>
    public string KeySpec { get; set; } = "SYMMETRIC_DEFAULT";

    /// <summary>The description; empty for none.</summary>
    public string Description { get; set; } = "";

    /// <summary><c>ENCRYPT_DECRYPT</c>, <c>SIGN_VERIFY</c>, <c>GENERATE_VERIFY_MAC</c> or <c>KEY_AGREEMENT</c>.</summary>
    public string KeyUsage { get; set; } = "ENCRYPT_DECRYPT";

    /// <summary>Whether it is the primary key of a multi-Region key.</summary>
    public bool MultiRegion { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>When it is deleted; <see langword="null"/> when that is not scheduled.</summary>
    public DateTimeOffset? DeletionDate { get; set; }

    /// <summary>Days between rotations, 90 to 2560; <see langword="null"/> while the key is not rotated.</summary>
    public int? RotationPeriodInDays { get; set; }

    /// <summary>When rotation was enabled last.</summary>
    public DateTimeOffset? RotationEnabledAt { get; set; }

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>The key's id: the last part of its ARN.</summary>
    internal string Id => Parts.ResourceName;

    /// <summary>The Region in its ARN.</summary>
    internal string Region => Parts.Region;

    /// <summary>The account in its ARN.</summary>
    internal string AccountId => Parts.AccountId;

    /// <summary>The ARN in its parts.</summary>
    internal OrgTrail.Trails.Arn Parts => OrgTrail.Trails.Arn.Find(Arn) ?? throw new InvalidOperationException($"The state has a key without an ARN: '{Arn}'.");
}
