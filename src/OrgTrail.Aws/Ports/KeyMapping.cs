using Amazon.KeyManagementService.Model;
using OrgTrail.Keys;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>From the SDK's keys to OrgTrail's.</summary>
internal static class KeyMapping
{
    /// <param name="arn">The key's ARN: <c>arn:&lt;partition&gt;:kms:&lt;Region&gt;:&lt;account&gt;:key/&lt;id&gt;</c>.</param>
    /// <param name="metadata">What DescribeKey answered.</param>
    /// <param name="region">The Region that was asked, for an ARN that names none.</param>
    public static KmsKey ToKey(string arn, KeyMetadata metadata, string region)
    {
        var named = Arn.Find(arn);
        return new KmsKey(arn)
        {
            AccountId = metadata.AWSAccountId ?? named?.AccountId ?? "",
            Region = named is { Region: { Length: > 0 } own } ? own : region,
            State = metadata.KeyState?.Value ?? "",
#pragma warning disable CS0618 // The name that KeySpec had before; emulators may know only that.
            Spec = metadata.KeySpec?.Value ?? metadata.CustomerMasterKeySpec?.Value ?? "",
#pragma warning restore CS0618
            Usage = metadata.KeyUsage?.Value ?? "",
            Manager = metadata.KeyManager?.Value ?? "",
        };
    }
}
