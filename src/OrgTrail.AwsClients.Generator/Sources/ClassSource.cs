using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>The client.</summary>
internal static class ClassSource
{
    public static string Of(ServiceModel model)
    {
        var (name, config, operations) = ($"Amazon{model.ClientName}Client", $"Amazon{model.ClientName}Config", $"{model.ClientName}Operations");
        return $$"""
            /// <summary>The client of {{model.Id}}. Safe to use from several threads at once. As in the SDK it can be derived from.</summary>
            public class {{name}} : AmazonServiceClient, IAmazon{{model.ClientName}}
            {
                /// <summary>Finds credentials and Region in the environment.</summary>
                public {{name}}() : this(new {{config}}()) { }

                /// <summary>Finds credentials in the environment.</summary>
                public {{name}}(RegionEndpoint region) : this(new {{config}} { RegionEndpoint = region }) { }

                /// <summary>Finds credentials in the environment.</summary>
                public {{name}}({{config}} config) : base(config) { }

                /// <summary>Finds the Region in the environment.</summary>
                public {{name}}(AWSCredentials credentials) : this(credentials, new {{config}}()) { }

                /// <summary>Calls a Region with given credentials.</summary>
                public {{name}}(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new {{config}} { RegionEndpoint = region }) { }

                /// <summary>Calls with given credentials and configuration.</summary>
                public {{name}}(AWSCredentials credentials, {{config}} clientConfig) : base(credentials, clientConfig) { }

                IClientConfig IAmazonService.Config => Config;

                /// <inheritdoc/>
                protected override IServiceMetadata ServiceMetadata => {{operations}}.Service;

            {{model.Operations.Keys.Each(operation => Method(operation, operations)).Indented()}}
                /// <inheritdoc/>
                public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
                    Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

                /// <inheritdoc/>
                protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Service.Customize(pipeline);
            }
            """;
    }

    private static string Method(string operation, string operations) => $"""
        /// <inheritdoc/>
        public Task<{operation}Response> {operation}Async({operation}Request request, CancellationToken cancellationToken = default) =>
            InvokeAsync<{operation}Response>(request, {operations}.{operation}.Options(), cancellationToken);

        """;
}
