namespace OrgTrail.AwsClients.Protocol;

/// <summary>A member of a structure.</summary>
/// <param name="name">Its name on the wire.</param>
internal abstract class Member<TStructure>(string name)
{
    /// <summary>Its name on the wire.</summary>
    public string Name => name;

    /// <summary>Sets it to what an answer has.</summary>
    public abstract void Read(TStructure structure, WireValue value);

    /// <summary>Writes it, if it is set.</summary>
    public abstract void Write(IWireWriter writer, TStructure structure);

    /// <summary>Whether an answer must have it, and this one has not.</summary>
    public abstract bool IsMissing(TStructure structure);
}

/// <summary>A member of a structure, with its type.</summary>
/// <param name="name">Its name on the wire.</param>
/// <param name="shape">Its type.</param>
/// <param name="get">What it is; <see langword="null"/> when it is not set.</param>
/// <param name="set">Sets it.</param>
/// <param name="isRequired">Whether an answer must have it.</param>
internal sealed class Member<TStructure, TValue>(
    string name, Shape<TValue> shape, Func<TStructure, TValue?> get, Action<TStructure, TValue> set, bool isRequired = false) : Member<TStructure>(name)
{
    /// <inheritdoc/>
    public override void Read(TStructure structure, WireValue value) => set(structure, shape.ReadIn(Name, value));

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, TStructure structure)
    {
        if (get(structure) is not { } value)
            return;
        writer.Name(Name);
        shape.Write(writer, value);
    }

    /// <inheritdoc/>
    public override bool IsMissing(TStructure structure) => isRequired && get(structure) is null;
}
