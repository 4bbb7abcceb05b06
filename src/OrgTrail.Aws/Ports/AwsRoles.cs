using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>AWS IAM.</summary>
/// <param name="create">Makes the client.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsRoles(Func<IAmazonIdentityManagementService> create, TimeProvider time) : IRoles, IDisposable
{
    private readonly Client<IAmazonIdentityManagementService> _client = new(create);
    private readonly ServiceCalls _calls = new("IAM", time);

    public async Task<bool> ExistsAsync(string roleName, CancellationToken cancellation)
    {
        const string Operation = "GetRole";
        var answer = await _calls.SendAsync(Operation, () => FindAsync(new GetRoleRequest { RoleName = roleName }, cancellation), cancellation).ConfigureAwait(false);
        return answer is not null && _calls.Required(Operation, answer.Role?.Arn) is not null;
    }

    public void Dispose() => _client.Dispose();

    private async Task<GetRoleResponse?> FindAsync(GetRoleRequest request, CancellationToken cancellation)
    {
        try
        {
            return await _client.Value.GetRoleAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }
}
