using System.Text.Json;

namespace OrgTrail.Sandbox.Tests.Clients;

/// <summary>What a paginator found.</summary>
/// <param name="Pages">How many items each page had.</param>
/// <param name="Items">The items of all pages.</param>
internal sealed record Pagination(IReadOnlyList<int> Pages, IReadOnlyList<JsonElement> Items)
{
    /// <summary>A member of each item, or each item itself when it is plain text.</summary>
    public IReadOnlyList<string?> All(string member) => [.. Items.Select(item => item.ValueKind == JsonValueKind.String
        ? item.GetString()
        : item.GetProperty(member).GetString())];
}
