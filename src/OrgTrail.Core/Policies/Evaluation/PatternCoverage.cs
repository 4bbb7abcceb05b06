namespace OrgTrail.Policies;

/// <summary>How far a statement's resources reach over the resources of a request that stands for many.</summary>
internal enum PatternCoverage
{
    /// <summary>It reaches none of them.</summary>
    None,

    /// <summary>It reaches some of them.</summary>
    Some,

    /// <summary>It reaches all of them.</summary>
    All,
}
