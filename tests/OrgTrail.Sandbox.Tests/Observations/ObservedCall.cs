using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>A call of the table of observations.</summary>
public sealed record ObservedCall
{
    /// <summary>For S3 a method and an address, for example <c>PUT /acme-audit/k</c>; otherwise a service and an operation, for example <c>kms CreateKey</c>; or <c>advance</c> and a time.</summary>
    public required string Do { get; init; }

    /// <summary>The headers.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>The body: a text, or JSON for the services that speak it, or parameters.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Under which name the answer's version id, or the member that <see cref="Of"/> names, is remembered; later texts name it in braces.</summary>
    public string? As { get; init; }

    /// <summary>The path of a member of the answer, for example <c>KeyMetadata.Arn</c>.</summary>
    public string? Of { get; init; }

    /// <summary>The account that calls.</summary>
    public string Account { get; init; } = "111111111111";

    /// <summary>The Region that is called.</summary>
    public string Region { get; init; } = "us-east-1";
}
