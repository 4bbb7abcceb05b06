using System.Management.Automation;

namespace OrgTrail.Commands;

/// <summary>Takes a policy as an object of ours, or as its JSON text, such as AWS Tools' Get-S3BucketPolicy gives it.</summary>
/// <param name="type">The type that text becomes: <see cref="BucketPolicy"/>, <see cref="KeyPolicy"/> or <see cref="TopicPolicy"/>.</param>
internal sealed class PolicyInputTransformationAttribute(Type type) : ArgumentTransformationAttribute
{
    // Anything else stays as it is and does not bind: thrown here, the error would end the binding of an object in the
    // pipeline that belongs to another parameter.
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? Read(text) : inputData;

    private object Read(string text) => type switch
    {
        _ when type == typeof(KeyPolicy) => new KeyPolicy { Policy = text },
        _ when type == typeof(TopicPolicy) => new TopicPolicy { TopicArn = "", Policy = text },
        _ => new BucketPolicy { BucketName = "", Policy = text },
    };
}
