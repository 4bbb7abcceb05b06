namespace OrgTrail.Problems;

/// <summary>What went wrong in a request to AWS, in words that no SDK has a share in. <see cref="ProblemTable"/> knows what it means.</summary>
/// <param name="Service">The service's short name: <c>CloudTrail</c>, <c>Organizations</c>, <c>S3</c>, <c>STS</c>, <c>SSO</c>, …</param>
/// <param name="Operation">The operation that was asked for, for example <c>CreateTrail</c>.</param>
/// <param name="Kind">How far the request came.</param>
internal sealed record ServiceFault(string Service, string Operation, ServiceFaultKind Kind)
{
    /// <summary>The service's error code as it was sent, for example <c>TrailNotFoundException</c>; <see langword="null"/> when none was.</summary>
    public string? Code { get; init; }

    /// <summary>The service's own words, or those of the network; may hold secrets, which <see cref="ProblemTable"/> takes out.</summary>
    public string? Message { get; init; }

    /// <summary>The member <c>Reason</c> of errors of AWS Organizations, for example <c>SERVICE_ACCESS_NOT_ENABLED</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The HTTP status; 0 when there was no answer.</summary>
    public int StatusCode { get; init; }

    /// <summary>The id that AWS Support asks for.</summary>
    public string? RequestId { get; init; }

    /// <summary>Names the operation and the code, not the message: it may hold secrets.</summary>
    public override string ToString() => $"{Service} {Operation}: {Kind} {Code} {StatusCode}";
}
