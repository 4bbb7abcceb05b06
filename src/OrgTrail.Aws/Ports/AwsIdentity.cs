using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>AWS STS.</summary>
/// <param name="create">Makes the client.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsIdentity(Func<IAmazonSecurityTokenService> create, TimeProvider time) : IIdentity, IDisposable
{
    private readonly Client<IAmazonSecurityTokenService> _client = new(create);
    private readonly ServiceCalls _calls = new("STS", time);

    public async Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation)
    {
        const string Operation = "GetCallerIdentity";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation), cancellation).ConfigureAwait(false);
        return new CallerIdentity(_calls.Required(Operation, answer.Account), _calls.Required(Operation, answer.Arn));
    }

    public void Dispose() => _client.Dispose();
}
