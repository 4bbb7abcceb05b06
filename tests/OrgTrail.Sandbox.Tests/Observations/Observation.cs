using System.Text.Json;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>One row of the table: what AWS was seen to answer, or that nobody has seen it.</summary>
public sealed record Observation
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What it is about.</summary>
    public required string Topic { get; init; }

    /// <summary>The sentence that the row proves.</summary>
    public required string That { get; init; }

    /// <summary>The calls before, all of which succeed.</summary>
    public IReadOnlyList<ObservedCall> Given { get; init; } = [];

    /// <summary>The call.</summary>
    public required ObservedCall When { get; init; }

    /// <summary>The HTTP status, and for a refusal the code behind it.</summary>
    public required string Then { get; init; }

    /// <summary>Texts that the answer has among its headers, written <c>name: value</c>, or in its body.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Texts that it does not have.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>Who saw it, or who says so.</summary>
    public required string Source { get; init; }

    /// <summary>When AWS was seen to do so; <see langword="null"/> when nobody has seen it.</summary>
    public string? Seen { get; init; }

    /// <summary>The table.</summary>
    public static IReadOnlyList<Observation> All { get; } = JsonSerializer.Deserialize<IReadOnlyList<Observation>>(
        File.ReadAllText(Path.Combine(RepositoryPaths.Root, "tests", "OrgTrail.Sandbox.Tests", "Observations", "Observations.jsonc")), Reading)!;

    /// <inheritdoc/>
    public override string ToString() => $"{Topic}: {That}";
}
