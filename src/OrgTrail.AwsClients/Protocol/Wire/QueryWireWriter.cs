using System.Globalization;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// Values as parameters of AWS Query: the names on the way to a value, joined by dots, with <c>member.1</c> for the first
/// item of a list, <c>entry.1.key</c> and <c>entry.1.value</c> for the first entry of a map.
/// </summary>
/// <param name="parameters">Where to.</param>
internal sealed class QueryWireWriter(IDictionary<string, string> parameters) : IWireWriter
{
    private readonly List<string> _path = [];

    public void StartStructure() => _path.Add("");

    public void Name(string name) => _path[^1] = name;

    public void EndStructure() => _path.RemoveAt(_path.Count - 1);

    public void StartList() => _path.Add("");

    public void Item(int index) => _path[^1] = Numbered("member", index);

    public void EndList() => _path.RemoveAt(_path.Count - 1);

    public void StartMap() => _path.Add("");

    public void Entry(int index, string key)
    {
        var entry = Numbered("entry", index);
        _path[^1] = entry + ".key";
        Text(key);
        _path[^1] = entry + ".value";
    }

    public void EndMap() => _path.RemoveAt(_path.Count - 1);

    public void Text(string value) => parameters[string.Join('.', _path)] = value;

    public void Flag(bool value) => Text(value ? "true" : "false");

    public void Number(long value) => Text(value.ToString(CultureInfo.InvariantCulture));

    public void Time(DateTime value) => Text(WireTime.ToText(value));

    public void Blob(byte[] value) => Text(Convert.ToBase64String(value));

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}.{index + 1}");
}
