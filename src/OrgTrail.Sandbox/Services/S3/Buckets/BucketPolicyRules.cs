using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Policies;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>
/// What S3 refuses when a policy is put (Amazon S3 user guide, "Policies and permissions in Amazon S3"). AWS documents
/// the code; its messages are as users report them. Whether a principal exists is not looked up.
/// </summary>
internal static class BucketPolicyRules
{
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];
    private static readonly string[] Required = ["Effect", "Principal", "Action", "Resource"];

    /// <summary>Reads a policy that the bucket may have.</summary>
    public static PolicyDocument Check(string text, string bucket)
    {
        var root = Read(text);
        if (root["Version"] is { } version && !Versions.Contains(Scalar(version)))
            throw S3Errors.MalformedPolicy("The policy must contain a valid version string");
        if (root["Statement"] is not { } statements)
            throw S3Errors.MalformedPolicy("Missing required field Statement");
        foreach (var statement in (statements as JsonArray ?? [statements.DeepClone()]).OfType<JsonObject>())
            RequireFields(statement);
        var policy = Parse(text);
        foreach (var statement in policy.Statements)
            CheckStatement(statement, bucket);
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

    private static void CheckStatement(Statement statement, string bucket)
    {
        if (statement.Principals.Items.FirstOrDefault(principal => !PolicyPrincipals.IsWellFormed(principal)) is { Type: not null } wrong)
        {
            throw new AwsErrorException("MalformedPolicy", "Invalid principal in policy")
            {
                Members = { ["Detail"] = $"\"{wrong.Type}\" : \"{wrong.Value}\"" },
            };
        }

        if (!statement.Actions.Items.All(S3Actions.Exists))
            throw S3Errors.MalformedPolicy("Policy has invalid action");
        if (!statement.Resources.Items.All(resource => IsResource(resource, bucket)))
            throw S3Errors.MalformedPolicy("Policy has invalid resource");
        if (!statement.Actions.Except && !statement.Resources.Except && !Applies(statement))
            throw S3Errors.MalformedPolicy("Action does not apply to any resource(s) in statement");
        if (statement.Conditions.FirstOrDefault(condition => ConditionOperator.Parse(condition.Operator) is null) is { } unknown)
            throw S3Errors.MalformedPolicy($"Invalid Condition type : {unknown.Operator}");
    }

    // A policy may only be about its own bucket; a wildcard may follow the name, not stand for it.
    private static bool IsResource(string resource, string bucket)
    {
        var arn = $"arn:aws:s3:::{bucket}";
        return resource.StartsWith(arn, StringComparison.Ordinal) && (resource.Length == arn.Length || resource[arn.Length] is '/' or '*');
    }

    private static bool Applies(Statement statement) => statement.Actions.Items.All(action =>
        statement.Resources.Items.Any(resource => resource.Contains('/', StringComparison.Ordinal) || resource.EndsWith('*')
            ? S3Actions.IsForObjects(action) || (resource.EndsWith('*') && !resource.Contains('/', StringComparison.Ordinal))
            : S3Actions.IsForBuckets(action)));

    private static string Scalar(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "null";
}
