using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>How requests and responses look as JSON.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = new(WireContext.Default.Options)
    {
        TypeInfoResolver = WireContext.Default.WithAddedModifier(LeaveOutWhatIsNotInTheBody),
    };

    /// <summary>Core's base class adds to each response what comes from the HTTP headers.</summary>
    private static void LeaveOutWhatIsNotInTheBody(JsonTypeInfo type)
    {
        if (!type.Type.IsSubclassOf(typeof(AmazonWebServiceResponse)))
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].Name is nameof(AmazonWebServiceResponse.ResponseMetadata)
                or nameof(AmazonWebServiceResponse.ContentLength)
                or nameof(AmazonWebServiceResponse.HttpStatusCode))
                type.Properties.RemoveAt(i);
    }
}
