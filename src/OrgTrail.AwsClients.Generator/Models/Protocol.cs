using System.Text.Json.Serialization;

namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>The protocols that the clients speak.</summary>
internal enum Protocol
{
    /// <summary>AWS JSON 1.1.</summary>
    [JsonStringEnumMemberName("json-1.1")]
    Json,

    /// <summary>AWS Query: parameters out, XML back.</summary>
    [JsonStringEnumMemberName("query")]
    Query,
}
