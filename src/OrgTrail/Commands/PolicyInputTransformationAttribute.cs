using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>Takes a policy as an object of ours, or as its JSON text, such as AWS Tools' Get-S3BucketPolicy gives it.</summary>
internal sealed class PolicyInputTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            BucketPolicy policy => policy,
            string text => new BucketPolicy { BucketName = "", Policy = text },
            var other => throw new ArgumentTransformationMetadataException(
                $"An object of type {other?.GetType().Name ?? "null"} is no bucket policy: give its JSON text, or what Get-OrgTrailBucketPolicy emits."),
        };
}
