using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>Takes a secret as text or as a <see cref="System.Security.SecureString"/>; what is neither does not bind, and is not repeated.</summary>
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is null ? null : SecretText.TryGet(inputData) ?? (object)new Unshown(inputData);
}
