namespace OrgTrail.Ports;

/// <summary>AWS Organizations. Listings follow every page, also the empty ones that still have a token.</summary>
internal interface IOrganizations
{
    /// <summary>The organization of the caller's account.</summary>
    Task<Organization> DescribeAsync(CancellationToken cancellation);

    /// <summary>The services with trusted access.</summary>
    IAsyncEnumerable<TrustedService> ListTrustedServicesAsync(CancellationToken cancellation);

    /// <summary>Enables trusted access; harmless when it is on already.</summary>
    Task EnableTrustedServiceAsync(string servicePrincipal, CancellationToken cancellation);

    /// <summary>Disables trusted access.</summary>
    Task DisableTrustedServiceAsync(string servicePrincipal, CancellationToken cancellation);

    /// <summary>Starts the change to all features.</summary>
    Task<Handshake> EnableAllFeaturesAsync(CancellationToken cancellation);

    /// <summary>The handshakes that change the organization to all features.</summary>
    IAsyncEnumerable<Handshake> ListAllFeaturesHandshakesAsync(CancellationToken cancellation);

    /// <summary>The delegated administrators of a service.</summary>
    IAsyncEnumerable<DelegatedAdministrator> ListDelegatedAdministratorsAsync(string servicePrincipal, CancellationToken cancellation);

    /// <summary>DescribeAccount. For the management account and delegated administrators only.</summary>
    /// <returns>The account; <see langword="null"/> when the organization has none of that id.</returns>
    Task<Account?> FindAccountAsync(string accountId, CancellationToken cancellation);

    /// <summary>The accounts of the organization, a page after the other. For the management account and delegated administrators only.</summary>
    IAsyncEnumerable<Account> ListAccountsAsync(CancellationToken cancellation);
}
