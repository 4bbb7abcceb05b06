namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// A type with members: what of an answer goes where, and what of a request goes out. Here is decided what an answer must
/// have, for all services and notations.
/// </summary>
/// <param name="describe">Lists the members, when they are first needed.</param>
internal sealed class StructureShape<T>(Func<Member<T>[]> describe) : Shape<T>
    where T : class, new()
{
    private readonly Lazy<Member<T>[]> _members = new(describe);

    /// <summary>Reads a structure, or the absence of one, in which nothing is set.</summary>
    /// <exception cref="UnreadableValueException">It is of another type, or lacks what it must have.</exception>
    public T ReadAny(WireValue? value) => value is null or { IsNull: true } ? Complete(new T()) : Read(value);

    /// <inheritdoc/>
    public override T Read(WireValue value)
    {
        var structure = new T();
        foreach (var (name, inner) in value.Members())
            // What a later version of the API adds does no harm. Null is the same as absent.
            if (!inner.IsNull && Array.Find(_members.Value, member => member.Name == name) is { } member)
                member.Read(structure, inner);
        return Complete(structure);
    }

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, T value)
    {
        writer.StartStructure();
        foreach (var member in _members.Value)
            member.Write(writer, value);
        writer.EndStructure();
    }

    private T Complete(T structure)
    {
        foreach (var member in _members.Value)
            if (member.IsMissing(structure))
                throw new UnreadableValueException(member.Name, "is missing");
        return structure;
    }
}
