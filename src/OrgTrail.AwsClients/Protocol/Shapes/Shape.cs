namespace OrgTrail.AwsClients.Protocol;

/// <summary>How values of one type are read and written, in any notation. AWS calls the types of its models shapes.</summary>
internal abstract class Shape<T>
{
    /// <summary>Reads a value that is there.</summary>
    /// <exception cref="UnreadableValueException">It is of another type.</exception>
    public abstract T Read(WireValue value);

    /// <summary>Reads a value in another one, so that an error tells where it stands.</summary>
    /// <param name="place">Its name there.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="UnreadableValueException">It is null, or of another type.</exception>
    public T ReadIn(string place, WireValue value)
    {
        try
        {
            return value.IsNull ? throw new UnreadableValueException("is null") : Read(value);
        }
        catch (UnreadableValueException unreadable)
        {
            throw unreadable.In(place);
        }
    }

    /// <summary>Writes a value that is there.</summary>
    public abstract void Write(IWireWriter writer, T value);
}
