namespace OrgTrail.Policies;

/// <summary>How a condition deals with the values of a multivalued key.</summary>
internal enum SetQualifier
{
    /// <summary>No prefix: the key has one value.</summary>
    None,

    /// <summary><c>ForAnyValue:</c>.</summary>
    Any,

    /// <summary><c>ForAllValues:</c>.</summary>
    All,
}
