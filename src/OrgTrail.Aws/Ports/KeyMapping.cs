using Amazon.KeyManagementService.Model;
using OrgTrail.Keys;

namespace OrgTrail.Aws.Ports;

/// <summary>From the SDK's keys to OrgTrail's.</summary>
internal static class KeyMapping
{
    /// <param name="arn">The key's ARN: <c>arn:&lt;partition&gt;:kms:&lt;Region&gt;:&lt;account&gt;:key/&lt;id&gt;</c>.</param>
    /// <param name="metadata">What DescribeKey answered.</param>
    /// <param name="region">The Region that was asked, for an ARN that names none.</param>
    public static KmsKey ToKey(string arn, KeyMetadata metadata, string region)
    {
        var parts = arn.Split(':');
        return new KmsKey(arn)
        {
            AccountId = metadata.AWSAccountId ?? parts.ElementAtOrDefault(4) ?? "",
            Region = parts.ElementAtOrDefault(3) is { Length: > 0 } named ? named : region,
            State = metadata.KeyState?.Value ?? "",
#pragma warning disable CS0618 // The name that KeySpec had before; emulators may know only that.
            Spec = metadata.KeySpec?.Value ?? metadata.CustomerMasterKeySpec?.Value ?? "",
#pragma warning restore CS0618
            Usage = metadata.KeyUsage?.Value ?? "",
            Manager = metadata.KeyManager?.Value ?? "",
        };
    }
}
