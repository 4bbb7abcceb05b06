namespace OrgTrail.AwsClients.Protocol;

/// <summary>A value in an answer, in whatever notation. What it is not, it throws <see cref="UnreadableValueException"/> for.</summary>
internal abstract class WireValue
{
    /// <summary>Whether it says that there is no value.</summary>
    public abstract bool IsNull { get; }

    /// <summary>It as the members of a structure.</summary>
    public abstract IEnumerable<KeyValuePair<string, WireValue>> Members();

    /// <summary>It as the items of a list.</summary>
    public abstract IEnumerable<WireValue> Items();

    /// <summary>It as the entries of a map.</summary>
    public abstract IEnumerable<KeyValuePair<string, WireValue>> Entries();

    /// <summary>It as text.</summary>
    public abstract string Text();

    /// <summary>It as true or false.</summary>
    public abstract bool Flag();

    /// <summary>It as a whole number.</summary>
    public abstract long Number();

    /// <summary>It as a time, which is UTC.</summary>
    public abstract DateTime Time();

    /// <summary>It as bytes.</summary>
    public abstract byte[] Blob();
}
