namespace OrgTrail.Benchmarks.Scale;

/// <summary>A call as the sandbox tells of it.</summary>
/// <param name="At">When it came.</param>
/// <param name="Service">The service by its signing name.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Region">The Region that it was signed for.</param>
internal sealed record RecordedCall(DateTimeOffset At, string Service, string Operation, string Region);
