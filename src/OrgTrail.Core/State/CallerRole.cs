namespace OrgTrail.State;

/// <summary>What the account of the credentials is to CloudTrail in the organization.</summary>
internal enum CallerRole
{
    /// <summary>An account like any other: it sees the organization's trails, and changes none.</summary>
    Member,

    /// <summary>It administers the organization's trails, which the management account owns all the same.</summary>
    DelegatedAdministrator,

    /// <summary>It owns the organization and its trails.</summary>
    Management,
}
