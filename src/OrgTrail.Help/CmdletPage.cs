namespace OrgTrail.Help;

/// <summary>What there is to say about a cmdlet.</summary>
internal sealed record CmdletPage(
    string Verb,
    string Noun,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<ParameterEntry> Parameters,
    IReadOnlyList<TypeEntry> Outputs,
    IReadOnlyList<ExampleEntry> Examples)
{
    /// <summary>The cmdlet's name.</summary>
    internal string Name => $"{Verb}-{Noun}";
}
