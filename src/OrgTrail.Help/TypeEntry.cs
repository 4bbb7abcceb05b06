namespace OrgTrail.Help;

/// <summary>A type that a cmdlet takes or emits.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Description">What it is, in paragraphs.</param>
internal sealed record TypeEntry(string Name, IReadOnlyList<string> Description);
