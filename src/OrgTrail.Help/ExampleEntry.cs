namespace OrgTrail.Help;

/// <summary>An example.</summary>
/// <param name="Title">What it shows, in a sentence.</param>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">What else there is to know about it.</param>
internal sealed record ExampleEntry(string Title, string Code, IReadOnlyList<string> Remarks);
