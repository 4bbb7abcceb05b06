using System.Xml;
using System.Xml.Linq;
using Amazon.S3.Model;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Reads the answer to GetBucketPolicy. The SDK takes any body for a policy: the page of a proxy, and on HTTP status 404
/// the error document, of a bucket without a policy as well as of one that does not exist.
/// </summary>
internal static class BucketPolicyAnswer
{
    public const string Operation = "GetBucketPolicy";

    /// <summary>The policy's text; <see langword="null"/> when the bucket has none.</summary>
    /// <exception cref="OrgTrailException">The answer is an error, or none of Amazon S3.</exception>
    public static string? Read(GetBucketPolicyResponse answer)
    {
        if (string.IsNullOrWhiteSpace(answer.Policy)) return null;
        if (answer.Policy.TrimStart() is ['{', ..]) return answer.Policy;

        var fault = Error(answer);
        return fault.Code == "NoSuchBucketPolicy" ? null : throw new OrgTrailException(ProblemTable.For(fault));
    }

    private static ServiceFault Error(GetBucketPolicyResponse answer) => Parse(answer.Policy) is { Name.LocalName: "Error" } error
        ? new ServiceFault("S3", Operation, FaultKind.Refused)
        {
            Code = Member(error, "Code"),
            Message = Member(error, "Message"),
            StatusCode = (int)answer.HttpStatusCode,
            RequestId = Member(error, "RequestId") ?? answer.ResponseMetadata?.RequestId,
        }
        : new ServiceFault("S3", Operation, FaultKind.Unreadable)
        {
            Message = $"The answer, with HTTP status {(int)answer.HttpStatusCode}, is neither a policy nor an error of Amazon S3.",
        };

    private static XElement? Parse(string text)
    {
        try
        {
            return XElement.Parse(text);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Member(XElement error, string name) =>
        error.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value ? value : null;
}
