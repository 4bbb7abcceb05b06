using Amazon.Runtime;

namespace Amazon.CloudTrail;

/// <summary>What every request to CloudTrail is.</summary>
public class AmazonCloudTrailRequest : AmazonWebServiceRequest;
