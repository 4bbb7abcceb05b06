using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// The endpoint and the signing Region of a service, in any partition (botocore: endpoint-rule-set-1 of each service).
/// </summary>
/// <param name="signingName">The service in host name and signature, such as <c>cloudtrail</c>.</param>
/// <param name="isGlobal">
/// Whether one Region of the partition serves all of them. The rule set says so only for plain and some FIPS
/// endpoints, and names the caller's Region otherwise, where no such host exists; so it is done for all.
/// </param>
/// <param name="rules">Where partitions differ, by their names.</param>
internal sealed class PartitionEndpoints(string signingName, bool isGlobal, IReadOnlyDictionary<string, PartitionRule> rules) : IEndpointProvider
{
    // The names of the rule set's parameters, which a GlobalEndpoints.Provider sees too.
    public const string Region = "Region";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = "UseDualStack";
    public const string Url = "Endpoint";

    private static readonly PartitionRule NoDifference = new();

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[UseFips] is true;
        var dualStack = parameters[UseDualStack] is true;
        if (parameters[Region] is not string { Length: > 0 } callers)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(callers);
        var rule = rules.GetValueOrDefault(partition.name, NoDifference);
        var region = rule.Home ?? (isGlobal ? partition.implicitGlobalRegion : callers);
        var url = parameters[Url] is string { Length: > 0 } custom
            ? Custom(custom, fips, dualStack)
            : $"https://{Host(partition, rule, region, fips, dualStack)}";
        return new Endpoint(url) { Attributes = SignedFor(region) };
    }

    private static string Custom(string url, bool fips, bool dualStack) =>
        fips ? throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported")
        : dualStack ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
        : url;

    private string Host(Partition partition, PartitionRule rule, string region, bool fips, bool dualStack)
    {
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"Partition {partition.name} does not support the FIPS or dual-stack endpoint asked for");
        // GovCloud's plain endpoints are its FIPS endpoints.
        var hasFipsHost = fips && rule.HasFipsHosts && (dualStack || partition.name != "aws-us-gov");
        var place = (dualStack ? rule.DualStackPlace : null) ?? rule.Place ?? region;
        return $"{signingName}{(hasFipsHost ? "-fips" : "")}.{(place.Length > 0 ? place + "." : "")}{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}";
    }

    private PropertyBag SignedFor(string region) => new()
    {
        ["authSchemes"] = new List<object>
        {
            new PropertyBag { ["name"] = "sigv4", ["signingName"] = signingName, ["signingRegion"] = region },
        },
    };
}
