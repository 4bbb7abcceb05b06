namespace OrgTrail.AwsClients.Generator.Models;

/// <summary>The model file of a service, as it stands there. All names are AWS's.</summary>
internal sealed record ServiceModel
{
    /// <summary>The service's ID: in the user agent, in endpoint variables and in <c>services</c> sections of profiles.</summary>
    public required string Id { get; init; }

    /// <summary>The namespace below <c>Amazon</c>.</summary>
    public required string Namespace { get; init; }

    /// <summary>What stands between <c>Amazon</c> and <c>Client</c>, <c>Config</c>…; the namespace where nothing is said.</summary>
    public string? Client { get; init; }

    /// <summary>The version of the API.</summary>
    public required string Version { get; init; }

    /// <summary>The service in host names and signatures.</summary>
    public required string SigningName { get; init; }

    /// <summary>How requests and answers are written.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>What stands before the operation in <c>X-Amz-Target</c>; AWS JSON only.</summary>
    public string? Target { get; init; }

    /// <summary>Whether one Region of a partition serves all of them.</summary>
    public bool Global { get; init; }

    /// <summary>Where partitions differ from the rule, by their names.</summary>
    public OrderedDictionary<string, PartitionModel> Partitions { get; init; } = [];

    /// <summary>The operations.</summary>
    public required OrderedDictionary<string, OperationModel> Operations { get; init; }

    /// <summary>The types of members: name, then members as in <see cref="OperationModel.Out"/>.</summary>
    public OrderedDictionary<string, OrderedDictionary<string, string>> Structures { get; init; } = [];

    /// <summary>The types whose values have names: name, then value and what it means.</summary>
    public OrderedDictionary<string, OrderedDictionary<string, string>> Constants { get; init; } = [];

    /// <summary>The error codes that have an exception of their own, and what they mean.</summary>
    public OrderedDictionary<string, string> Errors { get; init; } = [];

    /// <summary>Those of the errors that carry a reason, of the constants that are named after them.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The part of the type names.</summary>
    public string ClientName => Client ?? Namespace;
}
