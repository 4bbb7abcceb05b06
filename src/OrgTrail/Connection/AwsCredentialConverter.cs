using System.Management.Automation;

namespace OrgTrail.Connection;

/// <summary>
/// Converts credentials objects to <see cref="AwsCredential"/> and nothing else, so that <c>-Credential</c> leaves all
/// other objects in the pipeline to the parameters that they are meant for.
/// </summary>
public sealed class AwsCredentialConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) =>
        sourceValue is not null && AwsCredential.TryGet(sourceValue) is not null;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        AwsCredential.TryGet(sourceValue) ?? throw new PSInvalidCastException("This is no credentials object of AWS.");

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException("Credentials are not converted to anything.");
}
