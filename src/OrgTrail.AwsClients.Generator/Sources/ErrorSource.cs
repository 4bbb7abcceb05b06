using OrgTrail.AwsClients.Generator.Models;

namespace OrgTrail.AwsClients.Generator.Sources;

/// <summary>The exceptions, and the way to them from the error codes on the wire.</summary>
internal static class ErrorSource
{
    private const string Suffix = "Exception";

    /// <summary>An exception for each code that has one.</summary>
    public static IEnumerable<string> Of(ServiceModel model) => model.Errors.Select(error => Of(model, error.Key, error.Value));

    /// <summary>What all exceptions and all requests are, and the table of the codes.</summary>
    public static IEnumerable<string> Base(ServiceModel model) =>
    [
        $$"""
        /// <summary>What every request to {{model.Id}} is.</summary>
        public class Amazon{{model.ClientName}}Request : AmazonWebServiceRequest
        {
        }
        """,
        $$"""
        /// <summary>An error that {{model.Id}} answered with. Codes without an exception of their own come as this one.</summary>
        public class Amazon{{model.ClientName}}Exception : AmazonServiceException
        {
            /// <summary>Makes an error as the service would have answered it.</summary>
            public Amazon{{model.ClientName}}Exception(string message, Exception? innerException, ErrorType errorType, string? errorCode, string requestId, HttpStatusCode statusCode)
                : base(message, innerException, errorType, errorCode, requestId, statusCode)
            {
            }

            internal Amazon{{model.ClientName}}Exception(ServiceError error)
                : this(error.Message, error.Inner, ErrorType.Unknown, error.Code, error.RequestId, error.Status)
            {
            }
        }
        """,
        $$"""
        internal static class {{model.ClientName}}Errors
        {
            internal static Amazon{{model.ClientName}}Exception ToException(ServiceError error) => error.Code switch
            {
        {{model.Errors.Keys.Each(code => $"{code.Quoted()} => new {Name(code)}(error),").Indented().Indented()}}
                _ => new Amazon{{model.ClientName}}Exception(error),
            };
        }
        """,
    ];

    private static string Of(ServiceModel model, string code, string meaning) => $$"""
        /// <summary>{{meaning}}</summary>
        public sealed class {{Name(code)}} : Amazon{{model.ClientName}}Exception
        {
        {{(model.Reasons.Contains(code) ? WithReason(code) : $"internal {Name(code)}(ServiceError error) : base(error) {{ }}").Indented()}}
        }
        """;

    private static string WithReason(string code) => $$"""
        internal {{Name(code)}}(ServiceError error) : base(error) => Reason = error.Reason is null ? null : {{code}}Reason.FindValue(error.Reason);

        /// <summary>Which reason it was; null when the service does not say.</summary>
        public {{code}}Reason? Reason { get; }
        """;

    private static string Name(string code) => code.EndsWith(Suffix, StringComparison.Ordinal) ? code : code + Suffix;
}
