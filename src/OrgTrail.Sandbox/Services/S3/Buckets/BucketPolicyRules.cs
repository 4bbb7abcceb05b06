using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// What S3 refuses when a policy is put: what is no policy, and what <see cref="BucketPolicyAcceptance"/> finds.
/// </summary>
internal static class BucketPolicyRules
{
    private static readonly string[] Required = ["Effect", "Principal", "Action", "Resource"];

    /// <summary>Reads a policy that the bucket may have.</summary>
    public static PolicyDocument Check(string text, string bucket)
    {
        var root = Read(text);
        if (root["Statement"] is not { } statements)
            throw S3Errors.MalformedPolicy("Missing required field Statement");
        foreach (var statement in (statements as JsonArray ?? [statements.DeepClone()]).OfType<JsonObject>())
            RequireFields(statement);
        var policy = Parse(text);
        if (BucketPolicyAcceptance.Faults(policy, bucket, "aws") is [var fault, ..])
            throw Refusal(fault);
        return policy;
    }

    private static JsonObject Read(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
            throw S3Errors.MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        try
        {
            return (JsonObject)JsonNode.Parse(text)!;
        }
        catch (JsonException)
        {
            throw S3Errors.MalformedPolicy("This policy contains invalid Json");
        }
    }

    // Twice the same member, and whatever else cannot be a policy.
    private static PolicyDocument Parse(string text)
    {
        PolicyDocument policy;
        try
        {
            policy = PolicyDocument.Parse(text);
        }
        catch (OrgTrailException)
        {
            throw S3Errors.MalformedPolicy("This policy contains invalid Json");
        }

        return policy.Size <= PolicyDocument.BucketPolicyLimit
            ? policy
            : throw new AwsErrorException("PolicyTooLarge", "Policy exceeds the maximum allowed document size.");
    }

    private static void RequireFields(JsonObject statement)
    {
        foreach (var field in Required)
        {
            if (!statement.ContainsKey(field) && !statement.ContainsKey("Not" + field))
                throw S3Errors.MalformedPolicy($"Missing required field {field}");
        }

        if (Scalar(statement["Effect"]) is not ("Allow" or "Deny"))
            throw S3Errors.MalformedPolicy($"Invalid effect: {Scalar(statement["Effect"])}");
    }

    private static AwsErrorException Refusal(PolicyFault fault)
    {
        var refusal = new AwsErrorException("MalformedPolicy", fault.Answer);
        if (fault.Detail is { } detail) refusal.Members["Detail"] = detail;
        return refusal;
    }

    private static string Scalar(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "null";
}
