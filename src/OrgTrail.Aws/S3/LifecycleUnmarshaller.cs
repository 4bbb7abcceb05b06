using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3.Model.Internal.MarshallTransformations;

namespace OrgTrail.Aws.S3;

/// <summary>Keeps a lifecycle configuration as it is; errors are read as the SDK reads them.</summary>
internal sealed class LifecycleUnmarshaller : GetLifecycleConfigurationResponseUnmarshaller
{
    public static new LifecycleUnmarshaller Instance { get; } = new();

    /// <exception cref="System.Xml.XmlException">The answer is none of Amazon S3.</exception>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context) => new LifecycleAnswer
    {
        Document = LifecycleDocument.Load(context.Stream),
        MinimumObjectSize = context.ResponseData.GetHeaderValue("x-amz-transition-default-minimum-object-size"),
    };
}
