using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="RegisterOrganizationDelegatedAdminRequest"/>; it has no members.</summary>
public sealed class RegisterOrganizationDelegatedAdminResponse : AmazonWebServiceResponse;
