using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>Reads parameters of roles, by the rules of the IAM API reference (CreateRole, PutRolePolicy).</summary>
internal static partial class RoleInput
{
    public static string Name(IReadOnlyDictionary<string, string> input, string parameter = "RoleName")
    {
        var name = input.Required(parameter);
        return Names().IsMatch(name) && (parameter != "RoleName" || name.Length <= 64) ? name : throw IamErrors.Validation(
            $"The specified value for {char.ToLowerInvariant(parameter[0]) + parameter[1..]} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }

    public static string Path(IReadOnlyDictionary<string, string> input)
    {
        var path = input.GetValueOrDefault("Path") ?? "/";
        return Paths().IsMatch(path) && !path.StartsWith("/aws-service-role/", StringComparison.Ordinal)
            ? path
            : throw IamErrors.Validation("The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }

    public static int MaxSessionDuration(IReadOnlyDictionary<string, string> input) => input.Number("MaxSessionDuration", 3600, 3600, 43200);

    /// <summary>A policy text: JSON with statements, no more is checked.</summary>
    public static string Policy(IReadOnlyDictionary<string, string> input, string parameter)
    {
        var text = input.Required(parameter);
        try
        {
            using var policy = JsonDocument.Parse(text);
            if (policy.RootElement.ValueKind != JsonValueKind.Object || !policy.RootElement.TryGetProperty("Statement", out _))
                throw IamErrors.MalformedPolicy("Syntax errors in policy.");
        }
        catch (JsonException)
        {
            throw IamErrors.MalformedPolicy("This policy contains invalid Json");
        }

        return text;
    }

    [GeneratedRegex(@"^[\w+=,.@-]{1,128}\z")]
    private static partial Regex Names();

    [GeneratedRegex(@"^(/|/[\u0021-\u007E]{1,510}/)\z")]
    private static partial Regex Paths();
}
