namespace OrgTrail.Policies;

/// <summary>What can be known of a statement about a request. The order matters: <c>and</c> is the least, <c>or</c> the greatest.</summary>
internal enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>AWS does not document whether it holds, or it depends on a value that is not known.</summary>
    Uncertain,

    /// <summary>It holds.</summary>
    True,
}
