namespace OrgTrail.Testing;

/// <summary>One request as it came over the wire.</summary>
internal sealed record HttpRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    public string Path => Uri.UnescapeDataString(Target.Split('?', 2)[0]);

    public IReadOnlyDictionary<string, string> Query { get; } = FormText.Parse(
        Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "");

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
