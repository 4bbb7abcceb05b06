using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.Aws.Iam;

/// <summary>Writes the request as IAM's query protocol has it.</summary>
internal sealed class GetRoleMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.IdentityManagement") { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = "GetRole";
        request.Parameters["Version"] = IamConfig.ApiVersion;
        request.Parameters["RoleName"] = ((GetRoleRequest)input).RoleName;
        return request;
    }
}
