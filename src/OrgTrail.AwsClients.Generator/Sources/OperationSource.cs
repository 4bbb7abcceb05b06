using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>How each operation is called.</summary>
internal static class OperationSource
{
    public static string Of(ServiceModel model) => $$"""
        internal static class {{model.ClientName}}Operations
        {
            internal static readonly Service Service = new({{model.Id.Quoted()}}, "Amazon.{{model.Namespace}}", {{Protocol(model)}}, {{model.ClientName}}Errors.ToException);

        {{model.Operations.Keys.Each(name => Operation(model, name)).Indented()}}
        }
        """;

    private static string Protocol(ServiceModel model) => model.Protocol == Models.Protocol.Json
        ? $"new JsonProtocol({model.Target.Quoted()})"
        : $"new QueryProtocol({model.Version.Quoted()})";

    private static string Operation(ServiceModel model, string name) =>
        $"internal static readonly Operation<{name}Request, {name}Response> {name} = new(Service, {name.Quoted()}, {model.ClientName}Shapes.{name}Request, {model.ClientName}Shapes.{name}Response);";
}
