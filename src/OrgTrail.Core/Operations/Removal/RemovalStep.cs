namespace OrgTrail.Operations;

/// <summary>A step of a removal.</summary>
/// <param name="Name">What it does, in a few words: <c>delete trail acme</c>.</param>
/// <param name="Consequences">What else it comes to, for people.</param>
/// <param name="Run">Does it. What is done already is no error.</param>
internal sealed record RemovalStep(string Name, IReadOnlyList<string> Consequences, Func<CancellationToken, Task> Run);
