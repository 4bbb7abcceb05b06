namespace OrgTrail.Ports;

/// <summary>AWS IAM, as far as service-linked roles are concerned.</summary>
internal interface IRoles
{
    /// <summary>GetRole: whether the caller's account has a role of that name.</summary>
    /// <exception cref="OrgTrailException"><c>AccessDenied</c>: the caller may not see.</exception>
    Task<bool> ExistsAsync(string roleName, CancellationToken cancellation);
}
