using OrgTrail.Keys;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Doubles;

/// <summary>AWS KMS without a wire, in one Region.</summary>
internal sealed class InMemoryKeys : IKeys
{
    private readonly Dictionary<string, KmsKey> _keys = [];

    /// <summary>Answers every call instead, when there is one.</summary>
    public Problem? Refusal { get; set; }

    /// <summary>The policies by key ARN.</summary>
    public Dictionary<string, string> Policies { get; } = [];

    /// <summary>Adds a key that is fit for CloudTrail, under its ARN, its id and further names.</summary>
    public KmsKey Add(string arn, params string[] names)
    {
        var parts = KeyArn.Parse(arn);
        return Add(new KmsKey(arn) { AccountId = parts.AccountId, Region = parts.Region, State = "Enabled", Spec = "SYMMETRIC_DEFAULT", Usage = "ENCRYPT_DECRYPT", Manager = "CUSTOMER" }, [parts.KeyId, .. names]);
    }

    public KmsKey Add(KmsKey key, params string[] names)
    {
        foreach (var name in (string[])[key.Arn, .. names]) _keys[name] = key;
        return key;
    }

    public Task<KmsKey> DescribeAsync(string key, CancellationToken cancellation) =>
        Refusal is { } refusal ? Task.FromException<KmsKey>(new OrgTrailException(refusal))
        : _keys.TryGetValue(key, out var found) ? Task.FromResult(found)
        : Task.FromException<KmsKey>(new OrgTrailException(new("KmsKeyNotFound", ProblemKind.NotFound, "There is no such key.", "Check the key.")));

    public async Task<string> GetPolicyAsync(string key, CancellationToken cancellation) => Policies[(await DescribeAsync(key, cancellation)).Arn];

    public async Task PutPolicyAsync(string key, string policy, CancellationToken cancellation) => Policies[(await DescribeAsync(key, cancellation)).Arn] = policy;

    public Task<bool> IsRotatedAsync(string key, CancellationToken cancellation) => throw new NotSupportedException();
}
