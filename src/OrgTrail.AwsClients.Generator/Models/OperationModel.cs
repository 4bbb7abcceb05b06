namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>An operation: its members by their names on the wire, each with its type as <see cref="MemberModel"/> reads it.</summary>
internal sealed record OperationModel
{
    /// <summary>What it does.</summary>
    public required string Does { get; init; }

    /// <summary>The members of the request.</summary>
    public OrderedDictionary<string, string> In { get; init; } = [];

    /// <summary>The members of the response.</summary>
    public OrderedDictionary<string, string> Out { get; init; } = [];
}
