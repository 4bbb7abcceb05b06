using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>Converts credentials objects to <see cref="AwsCredential"/> and nothing else. PowerShell by itself would make one of any table.</summary>
public sealed class AwsCredentialConverter : PSTypeConverter
{
    /// <summary>Always: a conversion that fails says why, one that is not offered says nothing.</summary>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        if (AwsCredential.TryGet(sourceValue) is { } credential) return credential;

        var problem = AwsCredential.NotCredentials(sourceValue is Unshown unshown ? unshown.TypeName : $"{sourceValue.GetType()}");
        throw new PSInvalidCastException($"{problem.Message} {problem.Problem.Advice}", problem);
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException("Credentials are not converted to anything.");
}
