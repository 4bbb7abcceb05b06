namespace OrgTrail.AwsClients.Protocol;

/// <summary>A type that the notations know by themselves.</summary>
/// <param name="read">Reads it.</param>
/// <param name="write">Writes it.</param>
internal sealed class ValueShape<T>(Func<WireValue, T> read, Action<IWireWriter, T> write) : Shape<T>
{
    /// <inheritdoc/>
    public override T Read(WireValue value) => read(value);

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, T value) => write(writer, value);
}
