namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>What an account is to the organization, as CloudTrail sees it.</summary>
internal enum OrganizationRole
{
    /// <summary>It belongs to none.</summary>
    None,

    /// <summary>It is a member without further rights.</summary>
    Member,

    /// <summary>It is a member and a delegated administrator for CloudTrail.</summary>
    DelegatedAdministrator,

    /// <summary>It owns the organization.</summary>
    Management,
}
