namespace OrgTrail.Aws.Pacing;

/// <summary>How often AWS lets an account call an operation.</summary>
/// <param name="PerSecond">Calls a second in the long run.</param>
/// <param name="Burst">Calls at once after a pause.</param>
internal sealed record CallRate(double PerSecond, int Burst);
