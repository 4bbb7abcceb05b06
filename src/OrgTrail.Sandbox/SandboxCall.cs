using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Sandbox;

/// <summary>A call that came to one of the sandbox's services.</summary>
/// <param name="At">When it came, in the sandbox's time.</param>
/// <param name="Service">The service by its signing name, for example <c>cloudtrail</c> or <c>s3</c>.</param>
/// <param name="Operation">The operation, for example <c>CreateTrail</c> or <c>PutBucketPolicy</c>.</param>
/// <param name="Region">The Region that it was signed for.</param>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Status">The HTTP status code of the answer, whether or not it reaches the client; <see langword="null"/> when the service did nothing.</param>
/// <param name="Fault">What went wrong on demand; <see langword="null"/> for nothing.</param>
public sealed record SandboxCall(
    DateTimeOffset At, string Service, string Operation, string Region, string AccountId, int? Status, FaultKind? Fault)
{
    /// <summary>Whether its operation changes nothing, by its name.</summary>
    public bool OnlyReads => OperationKind.Reads(Operation);
}
