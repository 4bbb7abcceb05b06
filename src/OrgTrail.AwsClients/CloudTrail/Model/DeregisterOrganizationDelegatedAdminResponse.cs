using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="DeregisterOrganizationDelegatedAdminRequest"/>; it has no members.</summary>
public sealed class DeregisterOrganizationDelegatedAdminResponse : AmazonWebServiceResponse;
