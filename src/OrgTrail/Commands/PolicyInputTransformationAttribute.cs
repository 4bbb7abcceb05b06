using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>Takes a policy as an object of ours, or as its JSON text, such as AWS Tools' Get-S3BucketPolicy gives it.</summary>
internal sealed class PolicyInputTransformationAttribute : ArgumentTransformationAttribute
{
    // Anything else stays as it is and does not bind: thrown here, the error would end the binding of an object in the
    // pipeline that belongs to another parameter.
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text
            ? new BucketPolicy { BucketName = "", Policy = text }
            : inputData;
}
