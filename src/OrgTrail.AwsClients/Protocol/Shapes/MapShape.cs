namespace OrgTrail.AwsClients.Protocol;

/// <summary>A map from text. A null in it is an error, as in a list.</summary>
/// <param name="item">What is in it.</param>
internal sealed class MapShape<T>(Shape<T> item) : Shape<Dictionary<string, T>>
{
    /// <inheritdoc/>
    public override Dictionary<string, T> Read(WireValue value)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, entry) in value.Entries())
            map[key] = item.ReadIn($"[{key}]", entry);
        return map;
    }

    /// <inheritdoc/>
    public override void Write(IWireWriter writer, Dictionary<string, T> value)
    {
        writer.StartMap();
        foreach (var (index, (key, entry)) in value.Select((entry, index) => (index, entry)))
        {
            writer.Entry(index, key);
            item.Write(writer, entry);
        }

        writer.EndMap();
    }
}
