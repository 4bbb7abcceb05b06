using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Http;

/// <summary>
/// Has whatever breaks while the SDK reads an answer come out as what it is: an answer that cannot be used. Its readers let
/// the exceptions of parsers through (a Boolean that is none, a time that is none, a member that stands twice), which
/// would look like defects of ours.
/// </summary>
internal sealed class AnswerReading : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        try
        {
            return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfReading(exception) && executionContext.ResponseContext.HttpResponse is { IsSuccessStatusCode: true })
        {
            throw AnswerException.Unusable($"The answer cannot be read. {exception.Message}");
        }
    }

    private static bool IsOfReading(Exception exception) =>
        exception is FormatException or OverflowException or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException;

    /// <summary>Puts it into the pipeline of every client that is made from now on.</summary>
    internal sealed class Everywhere : IRuntimePipelineCustomizer
    {
        public string UniqueName => "OrgTrail answers";

        public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandlerBefore<Unmarshaller>(new AnswerReading());
    }
}
