using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>The features of an organization (API reference: Organization).</summary>
public sealed class OrganizationFeatureSet : ConstantClass
{
    /// <summary>All features, which organization trails need.</summary>
    public static readonly OrganizationFeatureSet ALL = new(nameof(ALL));

    /// <summary>Shared billing only.</summary>
    public static readonly OrganizationFeatureSet CONSOLIDATED_BILLING = new(nameof(CONSOLIDATED_BILLING));

    /// <summary>Makes a value, also one that is not among the constants.</summary>
    public OrganizationFeatureSet(string value)
        : base(value)
    {
    }

    /// <summary>The constant with that value; a new object for a value that is not among the constants.</summary>
    public static OrganizationFeatureSet FindValue(string value) => FindValue<OrganizationFeatureSet>(value);

    /// <summary>The same as <see cref="FindValue(string)"/>.</summary>
    public static implicit operator OrganizationFeatureSet(string value) => FindValue(value);
}
