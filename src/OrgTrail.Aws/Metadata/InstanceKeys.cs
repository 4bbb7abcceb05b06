using System.Text.Json.Serialization;

namespace OrgTrail.Aws.Metadata;

/// <summary>Keys as the instance metadata service hands them out. Never printed.</summary>
internal sealed class InstanceKeys
{
    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public string? Token { get; init; }

    public DateTimeOffset Expiration { get; init; }
}

[JsonSerializable(typeof(InstanceKeys))]
internal sealed partial class InstanceKeysJson : JsonSerializerContext;
