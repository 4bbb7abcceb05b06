using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>A view of one statement: reads from the JSON that it stands on, which <see cref="PolicySyntax"/> has checked.</summary>
internal sealed class Statement(int index, JsonObject json)
{
    private StatementElements? _elements;

    /// <summary>The position in the policy, from 0.</summary>
    internal int Index { get; } = index;

    /// <summary>The JSON that this is a view of. Changed by <see cref="Edit"/> only.</summary>
    internal JsonObject Json { get; } = json;

    /// <summary>The statement's id, if it has one. Not a key: real policies carry duplicates.</summary>
    internal string? Sid => Elements.Sid;

    /// <summary>How messages name the statement.</summary>
    internal string Label => Name(Index, Sid);

    internal bool Allows => Elements.Allows;

    internal Selection<string> Actions => Elements.Actions;

    internal Selection<string> Resources => Elements.Resources;

    internal Selection<Principal> Principals => Elements.Principals;

    internal IReadOnlyList<Condition> Conditions => Elements.Conditions;

    /// <summary>The patterns of <see cref="Actions"/>. Actions have no variables, and their case is ignored.</summary>
    internal IReadOnlyList<Glob> ActionPatterns => Elements.ActionPatterns;

    /// <summary>The patterns of all that may have variables.</summary>
    internal PatternCache Patterns { get; } = new();

    // Asked for again and again: each is read from the JSON once, until that changes.
    private StatementElements Elements => _elements ??= new(Json);

    /// <summary>Changes the JSON.</summary>
    internal void Edit(Action<JsonObject> change)
    {
        change(Json);
        _elements = null;
    }

    /// <summary>How messages name a statement: by its index, as in <c>$policy.Statement[0]</c>, and its id.</summary>
    internal static string Name(int index, string? sid) =>
        string.IsNullOrEmpty(sid) ? $"Statement[{index}]" : $"Statement[{index}] (Sid {sid})";

    /// <summary>The texts of a scalar or an array of scalars.</summary>
    internal static IReadOnlyList<string> Texts(JsonNode node) => StatementElements.Texts(node);
}
