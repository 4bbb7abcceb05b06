namespace OrgTrail.Sandbox.State;

/// <summary>
/// All that the sandbox remembers, as plain objects that System.Text.Json writes to one readable file. Services read and
/// change it under <see cref="Gate"/> only, and one call is one critical section.
/// </summary>
public sealed class SandboxState
{
    /// <summary>Held while a call reads or changes the state.</summary>
    internal object Gate { get; } = new();

    /// <summary>The account that callers without an account of their own belong to, and which owns the organization.</summary>
    public string ManagementAccountId { get; set; } = "111111111111";

    /// <summary>The Regions that exist here; trails and keys live in one of them.</summary>
    public List<string> Regions { get; set; } = ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1"];

    /// <summary>The sandbox's time when the state was written; <see langword="null"/> for a state that no sandbox has lived in yet.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <summary>AWS Organizations.</summary>
    public OrganizationState Organizations { get; set; } = new();

    /// <summary>AWS CloudTrail.</summary>
    public CloudTrailState CloudTrail { get; set; } = new();

    /// <summary>Amazon S3, all but the objects.</summary>
    public S3State S3 { get; set; } = new();

    /// <summary>AWS KMS.</summary>
    public KmsState Kms { get; set; } = new();

    /// <summary>AWS IAM.</summary>
    public IamState Iam { get; set; } = new();

    /// <summary>Amazon SNS.</summary>
    public SnsState Sns { get; set; } = new();

    /// <summary>Amazon CloudWatch Logs.</summary>
    public LogsState Logs { get; set; } = new();

    /// <summary>Becomes what another state is; whoever holds this one sees it.</summary>
    internal void TakeOver(SandboxState other)
    {
        lock (Gate)
        {
            foreach (var property in typeof(SandboxState).GetProperties())
                property.SetValue(this, property.GetValue(other));
        }
    }
}
