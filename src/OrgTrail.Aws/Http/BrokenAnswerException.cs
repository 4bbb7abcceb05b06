namespace OrgTrail.Aws.Http;

/// <summary>An answer that broke off. A trouble of the network to the SDK, which may try again, but the fault of what answered when it stays.</summary>
/// <param name="cause">What the network said.</param>
internal sealed class BrokenAnswerException(Exception cause) : IOException("The answer broke off.", cause);
