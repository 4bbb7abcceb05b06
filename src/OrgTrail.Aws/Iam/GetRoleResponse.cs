using Amazon.Runtime;

namespace OrgTrail.Aws.Iam;

/// <summary>A role that exists.</summary>
internal sealed class GetRoleResponse : AmazonWebServiceResponse
{
    /// <summary>The role's ARN; <see langword="null"/> when the answer lacks it.</summary>
    public string? Arn { get; init; }
}
