namespace Amazon.Organizations.Model;

/// <summary>A service with trusted access.</summary>
public sealed class EnabledServicePrincipal
{
    /// <summary>The service principal, such as <c>cloudtrail.amazonaws.com</c>.</summary>
    public string? ServicePrincipal { get; set; }

    /// <summary>When trusted access was enabled, UTC.</summary>
    public DateTime? DateEnabled { get; set; }
}
