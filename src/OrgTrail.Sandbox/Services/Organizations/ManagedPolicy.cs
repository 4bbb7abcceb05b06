using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>A policy that AWS keeps.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">Its text.</param>
internal sealed record ManagedPolicy(string Id, string Name, string Type, string Content)
{
    private static readonly ManagedPolicy[] All =
    [
        new(
            "p-FullAWSAccess",
            "FullAWSAccess",
            PolicyTypes.ServiceControl,
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""),
        new(
            "p-RCPFullAWSAccess",
            "RCPFullAWSAccess",
            PolicyTypes.ResourceControl,
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""),
    ];

    /// <summary>Those of a type.</summary>
    public static ManagedPolicy[] Of(string type) => Array.FindAll(All, policy => policy.Type == type);

    /// <summary>The one of that id.</summary>
    public static ManagedPolicy Find(string id) =>
        Array.Find(All, policy => policy.Id == id) ?? throw new AwsErrorException("PolicyNotFoundException", "You specified a policy that doesn't exist.");

    /// <summary>How AWS Organizations tells it.</summary>
    public JsonObject Summary(string region) => new()
    {
        [nameof(Id)] = Id,
        ["Arn"] = $"arn:{Partition.OfRegion(region)}:organizations::aws:policy/{Type.ToLowerInvariant()}/{Id}",
        [nameof(Name)] = Name,
        ["Description"] = "Allows access to every operation",
        [nameof(Type)] = Type,
        ["AwsManaged"] = true,
    };
}
