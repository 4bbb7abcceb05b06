using System.Collections.Immutable;

namespace OrgTrail.Policies;

/// <summary>The condition keys of a request. Their names are not case-sensitive; a key that is not listed is undocumented.</summary>
internal sealed class RequestContext
{
    private readonly ImmutableDictionary<string, ContextValue> _values;

    private RequestContext(ImmutableDictionary<string, ContextValue> values) => _values = values;

    internal static RequestContext Empty { get; } = new(ImmutableDictionary.Create<string, ContextValue>(StringComparer.OrdinalIgnoreCase));

    /// <summary>What is known of a key.</summary>
    internal ContextValue this[string key] => _values.GetValueOrDefault(key) ?? _values.GetValueOrDefault(Family(key)) ?? ContextValue.Undocumented;

    /// <summary>This context with one key set. A key that ends in a slash stands for all keys that begin so (<c>aws:PrincipalTag/</c>).</summary>
    internal RequestContext With(string key, ContextValue value) => new(_values.SetItem(key, value));

    /// <summary>This context with several keys set to the same.</summary>
    internal RequestContext With(IEnumerable<string> keys, ContextValue value) =>
        new(_values.SetItems(keys.Select(key => KeyValuePair.Create(key, value))));

    private static string Family(string key) => key[..(key.IndexOf('/') + 1)];
}
