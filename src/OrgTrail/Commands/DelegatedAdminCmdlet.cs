using System.Management.Automation;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that changes who administers CloudTrail for the organization.</summary>
public abstract class DelegatedAdminCmdlet : ConnectedCmdlet
{
    /// <summary>The accounts, by their 12 digits as text. Objects with AccountId or Id in the pipeline name theirs, such as those of AWS Tools' Get-ORGAccountList.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberAccountId", "DelegatedAdminAccountId", "Id")]
    [AllowEmptyString, AllowEmptyCollection]
    [AccountIdTransformation]
    public string[]? AccountId { get; set; }

    /// <summary>A delegated administrator of Get-OrgTrailDelegatedAdmin, with its connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [OwnObjectTransformation]
    public DelegatedAdministrator? InputObject { get; set; }

    /// <summary>Works on one account after the other; one that fails does not stop the others.</summary>
    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(InputObject, cancellation);
        foreach (var account in AccountId ?? [])
        {
            try
            {
                await ProcessAsync(session, account, cancellation);
            }
            catch (OrgTrailException refusal)
            {
                Feedback.Failure(refusal, account);
            }
        }
    }

    /// <summary>Works on one account.</summary>
    private protected abstract Task ProcessAsync(CloudSession session, string account, CancellationToken cancellation);
}
