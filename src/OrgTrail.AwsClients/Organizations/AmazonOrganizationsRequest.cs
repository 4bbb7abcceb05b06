using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>What every request to Organizations is.</summary>
public class AmazonOrganizationsRequest : AmazonWebServiceRequest;
