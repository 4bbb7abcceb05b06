namespace OrgTrail.Ports;

/// <summary>CloudTrail's own calls for delegated administrators, which also make the roles that CloudTrail needs.</summary>
internal interface IDelegations
{
    /// <summary>RegisterOrganizationDelegatedAdmin.</summary>
    /// <exception cref="OrgTrailException">The account is one already, is no member, is the management account, or there are three already.</exception>
    Task RegisterAsync(string accountId, CancellationToken cancellation);

    /// <summary>DeregisterOrganizationDelegatedAdmin.</summary>
    Task DeregisterAsync(string accountId, CancellationToken cancellation);
}
