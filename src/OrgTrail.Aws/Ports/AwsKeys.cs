using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Keys;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>AWS KMS in one Region.</summary>
/// <param name="region">The Region.</param>
/// <param name="create">Makes the client.</param>
/// <param name="createOnce">Makes the client that sends each request once.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsKeys(
    string region, Func<IAmazonKeyManagementService> create, Func<IAmazonKeyManagementService> createOnce, TimeProvider time) : IKeys, IDisposable
{
    // The only policy that a key can have (KMS API reference, PutKeyPolicy).
    private const string PolicyName = "default";

    private readonly Client<IAmazonKeyManagementService> _client = new(create);
    private readonly Client<IAmazonKeyManagementService> _once = new(createOnce);
    private readonly ServiceCalls _calls = new("KMS", time);

    public async Task<KmsKey> DescribeAsync(string key, CancellationToken cancellation)
    {
        const string Operation = "DescribeKey";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.DescribeKeyAsync(new DescribeKeyRequest { KeyId = key }, cancellation), cancellation).ConfigureAwait(false);
        var metadata = _calls.Required(Operation, answer.KeyMetadata);
        return KeyMapping.ToKey(_calls.Required(Operation, metadata.Arn), metadata, region);
    }

    public async Task<string> GetPolicyAsync(string key, CancellationToken cancellation)
    {
        const string Operation = "GetKeyPolicy";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = key, PolicyName = PolicyName }, cancellation), cancellation).ConfigureAwait(false);
        return _calls.Policy(Operation, answer.Policy);
    }

    public Task PutPolicyAsync(string key, string policy, CancellationToken cancellation) => _calls.SendOnceAsync(
        "PutKeyPolicy",
        () => _once.Value.PutKeyPolicyAsync(new PutKeyPolicyRequest { KeyId = key, PolicyName = PolicyName, Policy = policy }, cancellation),
        cancellation);

    public async Task<bool> IsRotatedAsync(string key, CancellationToken cancellation)
    {
        const string Operation = "GetKeyRotationStatus";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.GetKeyRotationStatusAsync(new GetKeyRotationStatusRequest { KeyId = key }, cancellation), cancellation).ConfigureAwait(false);
        return _calls.Required(Operation, answer.KeyRotationEnabled);
    }

    public void Dispose()
    {
        _client.Dispose();
        _once.Dispose();
    }
}
