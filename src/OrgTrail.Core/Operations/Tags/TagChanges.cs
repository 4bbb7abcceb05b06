using OrgTrail.Problems;

namespace OrgTrail.Operations;

/// <summary>The differences between the tags that a trail has and those that are wanted. Tags that are not mentioned stay.</summary>
internal sealed class TagChanges
{
    private TagChanges(IReadOnlyDictionary<string, string> tags, IReadOnlyList<string> texts) => (Tags, Texts) = (tags, texts);

    /// <summary>The tags that are added or get another value.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; }

    /// <summary>Each difference, for people: <c>tag Team: audit -> security</c>.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether nothing has to be sent.</summary>
    public bool IsEmpty => Tags.Count == 0;

    /// <summary>Compares what is wanted with what is.</summary>
    /// <exception cref="OrgTrailException"><c>TooManyTags</c>: the trail would have more than 50.</exception>
    public static TagChanges Between(IReadOnlyDictionary<string, string> live, IReadOnlyDictionary<string, string> wanted)
    {
        var changed = wanted.Where(tag => live.GetValueOrDefault(tag.Key) != tag.Value).ToDictionary();
        var count = live.Keys.Union(wanted.Keys).Count();
        if (changed.Count > 0) ProblemList.ThrowIfAny([.. TagRules.Count(count, $"The trail has {live.Count} tags, and would have {count}.")]);
        return new(changed, [.. changed.Select(tag => $"tag {tag.Key}: {live.GetValueOrDefault(tag.Key) ?? "(none)"} -> {tag.Value}")]);
    }
}
