namespace OrgTrail.Ports;

/// <summary>Who the credentials belong to.</summary>
internal interface IIdentity
{
    /// <summary>STS GetCallerIdentity.</summary>
    Task<CallerIdentity> GetCallerAsync(CancellationToken cancellation);
}
