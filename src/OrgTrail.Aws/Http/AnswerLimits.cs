namespace OrgTrail.Aws.Http;

/// <summary>How long an answer may take, and how large it may be.</summary>
/// <param name="Time">From the connection to the last byte.</param>
internal sealed record AnswerLimits(TimeSpan Time)
{
    /// <summary>
    /// Far more than any answer to a control call has: a listing of 1,000 S3 keys of 1,024 bytes, each written as three or
    /// six characters, is the largest.
    /// </summary>
    public const int LargestBody = 8 * 1024 * 1024;

    /// <summary>More than the errors of AWS have, which repeat a signed request at most.</summary>
    public const int LargestError = 64 * 1024;

    /// <summary>The clock of <see cref="Time"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The size that an answer may have.</summary>
    public static int Of(HttpResponseMessage answer) => answer.IsSuccessStatusCode ? LargestBody : LargestError;
}
