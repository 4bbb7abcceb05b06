namespace OrgTrail.Ports;

/// <summary>AWS, as one set of credentials sees it. All members throw <see cref="OrgTrailException"/> for whatever AWS refuses.</summary>
internal interface ICloud : IDisposable
{
    /// <summary>The Region of the connection, for example <c>eu-central-1</c>.</summary>
    string Region { get; }

    /// <summary>Who the credentials belong to.</summary>
    IIdentity Identity { get; }

    /// <summary>AWS Organizations; a global service, it has one home per partition.</summary>
    IOrganizations Organizations { get; }

    /// <summary>Amazon S3, as far as buckets of trails are concerned.</summary>
    IBuckets Buckets { get; }

    /// <summary>AWS CloudTrail in one Region.</summary>
    /// <param name="region">A Region of the connection's partition.</param>
    ITrails TrailsIn(string region);

    /// <summary>AWS KMS in one Region.</summary>
    /// <param name="region">A Region of the connection's partition.</param>
    IKeys KeysIn(string region);

    /// <summary>AWS IAM of the caller's account.</summary>
    IRoles Roles { get; }
}
