using System.Text;
using System.Text.Json;

namespace OrgTrail.Aws.Errors;

/// <summary>What tells a policy that a service answers with from anything else.</summary>
internal static class PolicyText
{
    // Bucket policies have at most 20 KB, key policies 32 KB (quotas of Amazon S3 and AWS KMS), without the blanks.
    private const int Largest = 128 * 1024;

    /// <summary>What shows that a text is not even meant as a policy; <see langword="null"/> when nothing does.</summary>
    public static string? Defect(string? text) => text?.TrimStart() switch
    {
        null or "" => "The answer has no policy, but does not say that there is none either.",
        not ['{', ..] => "The answer is neither a policy nor an error.",
        _ when Encoding.UTF8.GetByteCount(text!) > Largest => $"The policy is larger than {Largest / 1024} KB, which no policy is.",
        _ => null,
    };

    /// <summary>Whether a text is a whole policy: it has not been cut off, and is no error in JSON.</summary>
    public static bool IsWhole(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.TryGetProperty("Statement", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The problem of a text that is not.</summary>
    public static Problem NotWhole(string service, string operation) => new(
        "MalformedPolicy", ProblemKind.ServiceFailed,
        $"What {service} answered {operation} with is no policy: it is cut off, or has no Statement.",
        "Try again. When it stays, look at the policy in the AWS console, and whether a proxy answers in the name of AWS. Nothing was written.");
}
