using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Writing;

/// <summary>A bucket's policy that others write, too, and whose requests go wrong as a test wants them to.</summary>
internal sealed class SharedPolicy
{
    private readonly Dictionary<int, Action> _reads = [];
    private readonly Dictionary<int, Func<string, Task>> _writes = [];

    /// <summary>What others have to say before it begins.</summary>
    public const string Theirs = """{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::my-organization-bucket/*"}""";

    /// <summary>What they add in the meantime.</summary>
    public const string Late = """{"Sid":"Late","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::my-organization-bucket/*"}""";

    /// <summary>The policy.</summary>
    public string? Text { get; set; } = Of(Theirs);

    /// <summary>The requests so far.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The policies that were about to be replaced.</summary>
    public List<string> Backups { get; } = [];

    /// <summary>The ids of the statements.</summary>
    public IEnumerable<string?> Sids => PolicyKind.Bucket.Read(Text).Statements.Select(statement => statement.Sid);

    public static string Of(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""";

    /// <summary>A write that lets the trail in.</summary>
    public PolicyWrite LetIn() => new(
        new LivePolicy(PolicyKind.Bucket, "my-organization-bucket", "arn:aws:s3:::my-organization-bucket") { ReadAsync = _ => ReadAsync(), WriteAsync = (policy, _) => WriteAsync(policy) },
        new BucketPolicyMerge("my-organization-bucket") { Deliveries = [Example.Delivery] }.Into)
    {
        BackUp = policy =>
        {
            Backups.Add(policy);
            return new("arn:aws:s3:::my-organization-bucket", policy, $"backup-{Backups.Count}.json");
        },
    };

    /// <summary>Does something before the nth read, from 1.</summary>
    public void BeforeRead(int number, Action action) => _reads[number] = action;

    /// <summary>Makes something else of the nth write, from 1.</summary>
    public void OnWrite(int number, Action<string> action) => _writes[number] = policy =>
    {
        action(policy);
        return Task.CompletedTask;
    };

    public static OrgTrailException Lost(ProblemKind kind = ProblemKind.ConnectionFailed) => new(new Problem("Lost", kind, "No answer came.", "Look."));

    private Task<string?> ReadAsync()
    {
        Calls.Add("read");
        if (_reads.TryGetValue(Calls.Count(call => call == "read"), out var action)) action();
        return Task.FromResult(Text);
    }

    private Task WriteAsync(string policy)
    {
        Calls.Add("write");
        if (_writes.TryGetValue(Calls.Count(call => call == "write"), out var action)) return action(policy);
        Text = policy;
        return Task.CompletedTask;
    }
}
