using OrgTrail.Trails;

namespace OrgTrail.Ports;

/// <summary>The tags of trails of one Region.</summary>
internal interface ITrailTags
{
    /// <summary>ListTags of one trail.</summary>
    Task<IReadOnlyDictionary<string, string>> ListAsync(TrailArn trail, CancellationToken cancellation);

    /// <summary>AddTags; a tag of the same key gets the new value.</summary>
    Task AddAsync(TrailArn trail, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);
}
