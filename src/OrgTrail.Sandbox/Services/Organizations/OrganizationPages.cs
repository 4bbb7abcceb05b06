using System.Text;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Cuts lists into pages of at most 20.</summary>
/// <param name="state">Its organizations tell whether lists begin with an empty page.</param>
internal sealed class OrganizationPages(SandboxState state)
{
    private const int Longest = 20;

    /// <summary>The page that the call asks for.</summary>
    /// <param name="call">The call; a token belongs to its operation.</param>
    /// <param name="input">Its parameters <c>MaxResults</c> and <c>NextToken</c>.</param>
    /// <param name="member">The name of the list in the answer.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="shape">How an item is told.</param>
    public JsonObject Page<T>(ServiceCall call, JsonObject input, string member, IReadOnlyCollection<T> items, Func<T, JsonNode> shape)
    {
        var size = PageSize(input);
        var token = input.Text("NextToken");
        if (token is null && state.Organizations.EmptyPages)
            return new JsonObject { [member] = new JsonArray(), ["NextToken"] = Token(call, 0) };
        var start = token is null ? 0 : Start(call, token);
        var page = new JsonObject { [member] = new JsonArray([.. items.Skip(start).Take(size).Select(shape)]) };
        if (items.Count - size > start) page["NextToken"] = Token(call, start + size);
        return page;
    }

    private static int PageSize(JsonObject input) => input.Number("MaxResults") switch
    {
        null => Longest,
        < 1 => throw OrganizationErrors.InvalidInput("MIN_VALUE_EXCEEDED", "You provided a value for MaxResults that is smaller than 1."),
        > Longest => throw OrganizationErrors.InvalidInput("MAX_VALUE_EXCEEDED", $"You provided a value for MaxResults that is larger than {Longest}."),
        { } size => size,
    };

    private static string Token(ServiceCall call, int start) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{call.Operation}:{start}"));

    private static int Start(ServiceCall call, string token)
    {
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith($"{call.Operation}:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(call.Operation.Length + 1), out var start) && start >= 0
            ? start
            : throw OrganizationErrors.InvalidInput("INVALID_NEXT_TOKEN", "You specified an invalid next token.");
    }
}
