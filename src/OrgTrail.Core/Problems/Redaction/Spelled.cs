namespace OrgTrail.Problems.Redaction;

/// <summary>A character that a text says, and where in the text it stands: <c>%2F</c> says a slash, in three characters.</summary>
/// <param name="Character">What is said.</param>
/// <param name="Start">The index of its first character in the text.</param>
/// <param name="End">The index behind its last one.</param>
internal readonly record struct Spelled(char Character, int Start, int End);
