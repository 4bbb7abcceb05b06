using Organizations = Amazon.Organizations.Model;

namespace OrgTrail.Aws.Ports;

/// <summary>From the SDK's organizations and handshakes to OrgTrail's.</summary>
internal static class OrganizationMapping
{
    /// <param name="organization">As the SDK shows it; AWS still calls the management account its master account there.</param>
    /// <param name="required">Refuses an answer without a member that every organization has.</param>
    public static Organization ToOrganization(Organizations.Organization organization, Func<string?, string> required) => new()
    {
        Id = required(organization.Id),
        Arn = organization.Arn,
        FeatureSet = required(organization.FeatureSet?.Value),
        ManagementAccountId = required(organization.MasterAccountId),
        ManagementAccountArn = organization.MasterAccountArn,
    };

    /// <param name="handshake">As the SDK shows it.</param>
    /// <param name="required">Refuses an answer without a member that every handshake has.</param>
    public static OrgTrail.Ports.Handshake ToHandshake(Organizations.Handshake handshake, Func<string?, string> required) =>
        new(required(handshake.Id), required(handshake.State?.Value), Time.Utc(handshake.ExpirationTimestamp));

    /// <summary>AWS replaces <c>Status</c> by <c>State</c>; emulators may know only the former.</summary>
    public static Account ToAccount(string id, Organizations.Account account) =>
        new(id, account.Name ?? "", account.State?.Value ?? account.Status?.Value ?? "", Time.Utc(account.JoinedTimestamp));

    public static DelegatedAdministrator ToAdministrator(string id, Organizations.DelegatedAdministrator administrator) => new()
    {
        AccountId = id,
        Name = administrator.Name,
        Email = administrator.Email,
        Arn = administrator.Arn,
        State = administrator.State?.Value ?? administrator.Status?.Value,
        DelegationEnabledDate = Time.Utc(administrator.DelegationEnabledDate),
    };
}
