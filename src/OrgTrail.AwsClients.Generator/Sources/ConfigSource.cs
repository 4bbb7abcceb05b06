using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>The configuration of a client.</summary>
internal static class ConfigSource
{
    public static string Of(ServiceModel model)
    {
        var name = $"Amazon{model.ClientName}Config";
        return $$"""
            /// <summary>The configuration of a client of {{model.Id}}: Region or URL, retries, time-outs, proxy.</summary>
            public sealed class {{name}} : ClientConfig
            {
                private static readonly string UserAgentText = InternalSDKUtils.BuildUserAgentString(
                    ServiceId, typeof({{name}}).Assembly.GetName().Version?.ToString(3));

                /// <summary>Takes what is not set later from environment and profile, as every client of the SDK does.</summary>
                public {{name}}()
                    : base(DefaultsModes.Provider())
                {
                    base.ServiceId = ServiceId;
                    AuthenticationServiceName = RegionEndpointServiceName;
                    EndpointProvider = new PartitionEndpoints(RegionEndpointServiceName, isGlobal: {{Flag(model.Global)}}, new Dictionary<string, PartitionRule>
                    {
            {{model.Partitions.Each(partition => Rule(partition.Key, partition.Value)).Indented().Indented().Indented()}}
                    });
                }

                /// <summary>The ID of the service, which endpoint variables and <c>services</c> sections of profiles are named after.</summary>
                public static new string ServiceId => {{model.Id.Quoted()}};

                /// <summary>The service in host names and signatures.</summary>
                public override string RegionEndpointServiceName => {{model.SigningName.Quoted()}};

                /// <summary>The version of the API.</summary>
                public override string ServiceVersion => {{model.Version.Quoted()}};

                /// <summary>What the client calls itself.</summary>
                public override string UserAgent => UserAgentText;

                /// <summary>The endpoint that a request would go to.</summary>
                /// <exception cref="AmazonClientException">The configuration names no Region, or excludes itself.</exception>
                public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
                    EndpointHandler.Resolve(this, parameters);
            }
            """;
    }

    private static string Rule(string partition, PartitionModel rule) =>
        $"[{partition.Quoted()}] = new({rule.Home.Quoted()}, {rule.Place.Quoted()}, {rule.DualStackPlace.Quoted()}, {Flag(rule.FipsHosts)}),";

    private static string Flag(bool flag) => flag ? "true" : "false";
}
