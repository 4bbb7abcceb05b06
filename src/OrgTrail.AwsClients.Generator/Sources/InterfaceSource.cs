using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>What a client can be asked through.</summary>
internal static class InterfaceSource
{
    public static string Of(ServiceModel model)
    {
        var (name, client, config) = ($"IAmazon{model.ClientName}", $"Amazon{model.ClientName}Client", $"Amazon{model.ClientName}Config");
        return $$"""
            /// <summary>The client of {{model.Id}}.</summary>
            /// <remarks>
            /// Every call throws <see cref="Amazon{{model.ClientName}}Exception"/> for what the service refuses,
            /// <see cref="AmazonUnmarshallingException"/> for an answer that is none of the service,
            /// <see cref="AmazonClientException"/> for a configuration that cannot work,
            /// <see cref="System.Net.Http.HttpRequestException"/> when no answer comes, and
            /// <see cref="OperationCanceledException"/> when it was cancelled.
            /// </remarks>
            public interface {{name}} : IAmazonService, IDisposable
            {
            {{model.Operations.Each(operation => Method(operation.Key, operation.Value)).Indented()}}
                /// <summary>The endpoint that a request would go to.</summary>
                Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

                static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {{config}}();

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
                {
                    var config = clientConfig as {{config}}
                        ?? throw new AmazonClientException("ClientConfig is not of type {{config}} to create {{client}}");
                    return awsCredentials is null ? new {{client}}(config) : new {{client}}(awsCredentials, config);
                }
            }
            """;
    }

    private static string Method(string operation, OperationModel model) => $"""
        /// <summary>{model.Does}</summary>
        Task<{operation}Response> {operation}Async({operation}Request request, CancellationToken cancellationToken = default);

        """;
}
