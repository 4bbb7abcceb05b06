using Amazon.Runtime;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Constants are text on the wire; a value that this library does not know stays as it is.</summary>
/// <param name="find">The constant with a value.</param>
internal sealed class ConstantShape<T>(Func<string, T> find) : Shape<T>
    where T : ConstantClass
{
    /// <inheritdoc/>
    public override T Read(WireValue value) => find(value.Text());

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, T value) => writer.Text(value.Value);
}
