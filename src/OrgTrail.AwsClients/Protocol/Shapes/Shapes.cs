namespace OrgTrail.AwsClients.Protocol;

/// <summary>The types that need no description in a model.</summary>
internal static class Shapes
{
    /// <summary>Text.</summary>
    public static readonly Shape<string> String = new ValueShape<string>(value => value.Text(), (writer, text) => writer.Text(text));

    /// <summary>True or false.</summary>
    public static readonly Shape<bool?> Bool = new ValueShape<bool?>(value => value.Flag(), (writer, flag) => writer.Flag(flag!.Value));

    /// <summary>A whole number of 32 bits.</summary>
    public static readonly Shape<int?> Int = new ValueShape<int?>(Narrow, (writer, number) => writer.Number(number!.Value));

    /// <summary>A whole number of 64 bits.</summary>
    public static readonly Shape<long?> Long = new ValueShape<long?>(value => value.Number(), (writer, number) => writer.Number(number!.Value));

    /// <summary>A time, UTC when it was read.</summary>
    public static readonly Shape<DateTime?> Time = new ValueShape<DateTime?>(value => value.Time(), (writer, time) => writer.Time(time!.Value));

    /// <summary>Bytes, from their beginning.</summary>
    public static readonly Shape<MemoryStream> Blob = new ValueShape<MemoryStream>(value => new MemoryStream(value.Blob()), (writer, blob) => writer.Blob(blob.ToArray()));

    private static int? Narrow(WireValue value) =>
        value.Number() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw new UnreadableValueException("is a number out of range");
}
