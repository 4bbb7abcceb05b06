using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3.Model;
using Amazon.S3.Model.Internal.MarshallTransformations;

namespace OrgTrail.Aws.S3;

/// <summary>Writes a lifecycle configuration as it is given; all but the body is the SDK's.</summary>
/// <param name="document">The configuration.</param>
internal sealed class LifecycleMarshaller(LifecycleDocument document) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = PutLifecycleConfigurationRequestMarshaller.Instance.Marshall((PutLifecycleConfigurationRequest)input);
        request.ContentStream?.Dispose();
        request.ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(document.ToString()));
        return request;
    }
}
