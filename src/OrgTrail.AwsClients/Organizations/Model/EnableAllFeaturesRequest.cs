namespace Amazon.Organizations.Model;

/// <summary>Starts the change to all features, which cannot be undone (API reference: EnableAllFeatures).</summary>
public sealed class EnableAllFeaturesRequest : AmazonOrganizationsRequest;
