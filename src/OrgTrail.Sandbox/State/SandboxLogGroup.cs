namespace OrgTrail.Sandbox.State;

/// <summary>A log group of CloudWatch Logs.</summary>
public sealed class SandboxLogGroup
{
    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The account it is in.</summary>
    public required string AccountId { get; set; }

    /// <summary>The Region it is in.</summary>
    public required string Region { get; set; }

    /// <summary>The ARN without the <c>:*</c> that some answers put behind it.</summary>
    public required string Arn { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationTime { get; set; }

    /// <summary>How long events are kept; <see langword="null"/> for ever.</summary>
    public int? RetentionInDays { get; set; }

    /// <summary>The key; <see langword="null"/> for none.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary><c>STANDARD</c>, <c>INFREQUENT_ACCESS</c> or <c>DELIVERY</c>.</summary>
    public string LogGroupClass { get; set; } = "STANDARD";

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];
}
