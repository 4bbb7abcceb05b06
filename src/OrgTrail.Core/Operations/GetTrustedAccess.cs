using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Reads whether CloudTrail is trusted in the organization.</summary>
internal static class GetTrustedAccess
{
    /// <summary>Reads the state, from the management account or a delegated administrator.</summary>
    public static async Task<TrustedAccess> ReadAsync(CloudSession session, CancellationToken cancellation)
    {
        var organization = session.OrganizationAsync(cancellation);
        var service = FindAsync(session, cancellation);
        await Task.WhenAll(organization, service).ConfigureAwait(false);
        return Of(await organization, await service is not null, (await service)?.DateEnabled);
    }

    internal static TrustedAccess Of(Organization organization, bool enabled, DateTimeOffset? since = null) => new()
    {
        Enabled = enabled,
        DateEnabled = since,
        OrganizationId = organization.Id,
        ManagementAccountId = organization.ManagementAccountId,
    };

    /// <summary>CloudTrail's entry among the trusted services; <see langword="null"/> when it is not trusted.</summary>
    internal static async Task<Ports.TrustedService?> FindAsync(CloudSession session, CancellationToken cancellation)
    {
        await foreach (var service in session.Cloud.Organizations.ListTrustedServicesAsync(cancellation))
            if (service.ServicePrincipal == TrustedAccess.CloudTrail) return service;
        return null;
    }
}
