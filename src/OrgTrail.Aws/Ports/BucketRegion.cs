using System.Text.RegularExpressions;
using Amazon.Runtime.Internal;
using Amazon.S3;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>Where a bucket lies, as Amazon S3 says when it is asked in the wrong Region.</summary>
internal static partial class BucketRegion
{
    // Amazon S3 user guide, "Making requests to a bucket in another Region"; the second code is what a signature for
    // the wrong Region brings. An answer to HEAD has no code, and neither has it a message: the header says all.
    private static readonly HashSet<string> Codes = ["PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"];

    /// <summary>The Region; <see langword="null"/> when the refusal is another one, or names none.</summary>
    public static string? NamedBy(AmazonS3Exception refusal)
    {
        var region = (refusal.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue("x-amz-bucket-region") is { Length: > 0 } header
            ? header
            : Codes.Contains(refusal.ErrorCode ?? "") ? Expecting().Match(refusal.Message).Groups["region"].Value : "";
        return NamingRule.Region.Check(region) is null ? region : null;
    }

    [GeneratedRegex("expecting '(?<region>[a-z0-9-]+)'")]
    private static partial Regex Expecting();
}
