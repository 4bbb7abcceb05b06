namespace OrgTrail.Sandbox;

/// <summary>A failure of the sandbox itself, not a refusal.</summary>
/// <param name="Call">The call, for example <c>cloudtrail CreateTrail</c>.</param>
/// <param name="Failure">The exception.</param>
public sealed record InternalError(string Call, Exception Failure)
{
    /// <summary>One line for a log.</summary>
    public override string ToString() => $"{Call} failed: {Failure.GetType().Name}: {Failure.Message}";
}
