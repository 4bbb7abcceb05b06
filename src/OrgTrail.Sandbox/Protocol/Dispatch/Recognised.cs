namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>A request of which is known what it wants.</summary>
/// <param name="Service">Which service is to answer; <see langword="null"/> for none that is known.</param>
/// <param name="Shape">How it speaks.</param>
/// <param name="Call">The call.</param>
/// <param name="Refusal">Why no service is to answer; <see langword="null"/> when one is.</param>
internal readonly record struct Recognised(IService? Service, WireShape Shape, ServiceCall Call, AwsErrorException? Refusal);
