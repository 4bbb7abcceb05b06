using OrgTrail.Trails;

namespace OrgTrail.Ports;

/// <summary>AWS CloudTrail in one Region. A trail is addressed by its name (own account, home Region) or its ARN.</summary>
internal interface ITrails
{
    /// <summary>What the trails record.</summary>
    ITrailSelectors Selectors { get; }

    /// <summary>The trails' tags.</summary>
    ITrailTags Tags { get; }

    /// <summary>Who may administer CloudTrail for the organization besides the management account.</summary>
    IDelegations Delegations { get; }

    /// <summary>CreateTrail; logging is off afterwards. One request, that nothing repeats but its sender, who looks first what is there.</summary>
    Task<Trail> CreateAsync(TrailSettings settings, CancellationToken cancellation);

    /// <summary>UpdateTrail; what is <see langword="null"/> in <paramref name="changes"/> stays as it is.</summary>
    /// <returns>The trail as the answer shows it: without what UpdateTrail does not tell (selectors).</returns>
    Task<Trail> UpdateAsync(string address, TrailSettings changes, CancellationToken cancellation);

    /// <summary>GetTrail.</summary>
    Task<Trail> GetAsync(string address, CancellationToken cancellation);

    /// <summary>DescribeTrails without names: the trails of this Region, and the shadow trails of those that cover it.</summary>
    Task<IReadOnlyList<Trail>> DescribeAsync(CancellationToken cancellation);

    /// <summary>ListTrails: the trails of all Regions that the caller sees.</summary>
    IAsyncEnumerable<TrailListing> ListAsync(CancellationToken cancellation);

    /// <summary>DeleteTrail; the bucket and its logs stay.</summary>
    Task DeleteAsync(string address, CancellationToken cancellation);

    /// <summary>StartLogging.</summary>
    Task StartLoggingAsync(string address, CancellationToken cancellation);

    /// <summary>StopLogging.</summary>
    Task StopLoggingAsync(string address, CancellationToken cancellation);

    /// <summary>GetTrailStatus.</summary>
    Task<TrailStatus> GetStatusAsync(TrailArn trail, CancellationToken cancellation);

    /// <summary>ListPublicKeys: the keys that digests of this Region were signed with between two moments.</summary>
    IAsyncEnumerable<DigestKey> ListPublicKeysAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellation);
}
