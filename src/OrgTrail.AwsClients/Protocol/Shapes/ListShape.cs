namespace OrgTrail.AwsClients.Protocol;

/// <summary>A list. None of the services sends one with gaps, so a null in it is an error.</summary>
/// <param name="item">What is in it.</param>
internal sealed class ListShape<T>(Shape<T> item) : Shape<List<T>>
{
    /// <inheritdoc/>
    public override List<T> Read(WireValue value)
    {
        var list = new List<T>();
        foreach (var entry in value.Items())
            list.Add(item.ReadIn($"[{list.Count}]", entry));
        return list;
    }

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, List<T> value)
    {
        writer.StartList();
        for (var i = 0; i < value.Count; i++)
        {
            writer.Item(i);
            item.Write(writer, value[i]);
        }

        writer.EndList();
    }
}
