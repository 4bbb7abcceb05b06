using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace OrgTrail.Sandbox.Storage;

/// <summary>Headers that lie in the spool until they are asked for.</summary>
internal sealed class SpooledHeaders(Spool spool, long position, int length) : IReadOnlyDictionary<string, string>
{
    public IEnumerable<string> Keys => Load().Keys;

    public IEnumerable<string> Values => Load().Values;

    public int Count => Load().Count;

    public string this[string key] => Load()[key];

    public bool ContainsKey(string key) => Load().ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => Load().TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Load().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyDictionary<string, string> Load() => HeaderSets.Read(Encoding.UTF8.GetString(spool.Read(position, length)));
}
