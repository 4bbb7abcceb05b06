using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.S3.Model.Internal.MarshallTransformations;

namespace OrgTrail.Aws.S3;

/// <summary>Keeps a lifecycle configuration as text; errors are read as the SDK reads them.</summary>
internal sealed class LifecycleUnmarshaller : GetLifecycleConfigurationResponseUnmarshaller
{
    public static new LifecycleUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        using var reader = new StreamReader(context.Stream);
        return new LifecycleText
        {
            Xml = reader.ReadToEnd(),
            MinimumObjectSize = context.ResponseData.GetHeaderValue("x-amz-transition-default-minimum-object-size"),
        };
    }
}
