using System.Text.Json.Serialization;

namespace OrgTrail.Aws.Metadata;

/// <summary>Keys as the instance metadata service and the endpoint of a container hand them out. Never printed.</summary>
internal sealed class InstanceKeys
{
    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? Token { get; init; }

    public DateTimeOffset Expiration { get; init; }

    /// <summary>Whether they can be used.</summary>
    [JsonIgnore]
    public bool IsWhole => this is { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } && Expiration != default;
}

[JsonSerializable(typeof(InstanceKeys))]
internal sealed partial class InstanceKeysJson : JsonSerializerContext;
