using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace OrgTrail.Aws.Iam;

/// <summary>IAM has one home in each partition, under names that follow no single pattern (botocore: iam, endpoint-rule-set-1).</summary>
internal sealed class IamEndpoints : IEndpointProvider
{
    public const string Region = "Region";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = "UseDualStack";
    public const string Url = "Endpoint";

    /// <summary>The Region that requests are signed for.</summary>
    /// <param name="region">Any Region of the partition.</param>
    public static string SigningRegion(string region) =>
        Fn.Partition(region) is { name: not "aws-cn" } partition ? partition.implicitGlobalRegion : "cn-north-1";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = (string)parameters[Region];
        var url = parameters[Url] is string { Length: > 0 } custom
            ? custom
            : $"https://{Host(Fn.Partition(region), parameters[UseFips] is true, parameters[UseDualStack] is true)}";
        return new Endpoint(url) { Attributes = SignedFor(SigningRegion(region)) };
    }

    private static string Host(Partition partition, bool fips, bool dualStack)
    {
        var place = partition.name switch
        {
            "aws" => dualStack ? "global." : "",
            "aws-cn" => dualStack ? "global." : "cn-north-1.",
            "aws-us-gov" => "us-gov.",
            _ => partition.implicitGlobalRegion + ".",
        };
        // GovCloud's only endpoints are its FIPS endpoints.
        var isFips = fips && partition.name != "aws-us-gov";
        return $"iam{(isFips ? "-fips" : "")}.{place}{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}";
    }

    private static PropertyBag SignedFor(string region) => new()
    {
        ["authSchemes"] = new List<object>
        {
            new PropertyBag { ["name"] = "sigv4", ["signingName"] = IamConfig.SigningName, ["signingRegion"] = region },
        },
    };
}
