namespace Amazon.Organizations.Model;

/// <summary>An organization.</summary>
public sealed class Organization
{
    /// <summary>The ID, <c>o-</c> and 10 to 32 letters and digits.</summary>
    public string? Id { get; set; }

    /// <summary>The ARN of the organization.</summary>
    public string? Arn { get; set; }

    /// <summary>The features that are on.</summary>
    public OrganizationFeatureSet? FeatureSet { get; set; }

    /// <summary>The ARN of the management account.</summary>
    public string? MasterAccountArn { get; set; }

    /// <summary>The ID of the management account.</summary>
    public string? MasterAccountId { get; set; }

    /// <summary>The email address of the management account.</summary>
    public string? MasterAccountEmail { get; set; }
}
