using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>
/// Takes credentials objects for <c>-Credential</c>. Whatever else is given does not bind, so that other objects in the
/// pipeline stay with the parameters that they are meant for, and is not repeated: it may be a key, given in the wrong place.
/// </summary>
internal sealed class CredentialTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var source = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return source is null or AwsCredential ? source : AwsCredential.TryGet(source) ?? (object)new Unshown(inputData);
    }
}
