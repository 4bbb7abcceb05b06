using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Http;

/// <summary>Refusals of what is no proper HTTP; after each of them the connection is closed.</summary>
internal static class BadRequest
{
    public static AwsErrorException Because(string fault) => new("BadRequest", $"This is no proper HTTP/1.1 request: {fault}.");

    // Amazon S3 API reference, error responses: the codes of those below, and the words of most.
    public static AwsErrorException HeadTooLarge() =>
        new("RequestHeaderSectionTooLarge", "Your request header section exceeds the maximum allowed size.");

    public static AwsErrorException BodyTooLarge(int most) =>
        new("EntityTooLarge", $"Your proposed upload exceeds the maximum allowed size of {most} bytes.", 413);

    public static AwsErrorException OutOfMemory() =>
        new("SlowDown", "Please reduce your request rate: so many bytes are on their way already that the sandbox has no memory for more.", 503);

    public static AwsErrorException TooManyClients(int most) =>
        new("SlowDown", $"Please reduce your request rate: the sandbox serves {most} connections already.", 503);

    public static AwsErrorException IncompleteBody() =>
        new("IncompleteBody", "The request body terminated unexpectedly.");
}
