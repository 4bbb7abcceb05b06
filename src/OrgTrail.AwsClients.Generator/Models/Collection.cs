namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>How many values a member has.</summary>
internal enum Collection
{
    /// <summary>One.</summary>
    None,

    /// <summary>A list of them.</summary>
    List,

    /// <summary>Each under a name.</summary>
    Map,
}
