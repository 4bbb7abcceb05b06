namespace OrgTrail.Policies;

/// <summary>Compares a value of the request with one of the policy.</summary>
/// <param name="actual">The value in the request.</param>
/// <param name="wanted">The value in the policy, as it is written.</param>
/// <param name="reader">Reads the value in the policy where patterns and variables are allowed.</param>
internal delegate Truth Comparison(SymbolicText actual, string wanted, PatternReader reader);
