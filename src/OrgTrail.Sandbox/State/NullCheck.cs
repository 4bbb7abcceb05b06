using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.State;

/// <summary>
/// Finds a null where a state must not have one. A person can write one; System.Text.Json of .NET 8 does not object, and
/// services would fail over it much later.
/// </summary>
internal static class NullCheck
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <returns>Where the first one is, for example <c>$.S3.Buckets</c>; <see langword="null"/> for none.</returns>
    public static string? FirstNull(object root)
    {
        lock (Nullability)
            return Search(root, "$");
    }

    private static string? Search(object value, string path) => value switch
    {
        string or JsonNode => null,
        IDictionary entries => Items(entries.Keys.Cast<object>().Select(key => (entries[key], $"{path}.{key}"))),
        IEnumerable items => Items(items.Cast<object?>().Select((item, index) => (item, $"{path}[{index}]"))),
        _ when value.GetType().Namespace == typeof(SandboxState).Namespace => Members(value, path),
        _ => null,
    };

    private static string? Items(IEnumerable<(object? Item, string Path)> items) =>
        items.Select(item => item.Item is null ? item.Path : Search(item.Item, item.Path)).FirstOrDefault(found => found is not null);

    private static string? Members(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties())
        {
            var member = property.GetValue(value);
            var place = $"{path}.{property.Name}";
            if (member is null && Nullability.Create(property).ReadState == NullabilityState.NotNull) return place;
            if (member is not null && Search(member, place) is { } found) return found;
        }

        return null;
    }
}
