namespace OrgTrail.AwsClients.Protocol;

/// <summary>Writes values in one notation, from the outside in. Within a structure each value follows its name.</summary>
internal interface IWireWriter
{
    /// <summary>Begins a structure.</summary>
    void StartStructure();

    /// <summary>Names the member of the structure whose value follows.</summary>
    void Name(string name);

    /// <summary>Ends a structure.</summary>
    void EndStructure();

    /// <summary>Begins a list.</summary>
    void StartList();

    /// <summary>Says that an item follows.</summary>
    /// <param name="index">Counted from 0.</param>
    void Item(int index);

    /// <summary>Ends a list.</summary>
    void EndList();

    /// <summary>Begins a map.</summary>
    void StartMap();

    /// <summary>Names the entry whose value follows.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <param name="key">Its name.</param>
    void Entry(int index, string key);

    /// <summary>Ends a map.</summary>
    void EndMap();

    /// <summary>A text.</summary>
    void Text(string value);

    /// <summary>True or false.</summary>
    void Flag(bool value);

    /// <summary>A whole number.</summary>
    void Number(long value);

    /// <summary>A time.</summary>
    void Time(DateTime value);

    /// <summary>Bytes.</summary>
    void Blob(byte[] value);
}
