using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>Refuses a secret that is empty, as PowerShell's own attribute does with texts.</summary>
internal sealed class ValidateSecretAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (SecretText.TryGet(arguments) is not { } secret || secret.Reveal().Length == 0)
            throw new ValidationMetadataException("The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.");
    }
}
