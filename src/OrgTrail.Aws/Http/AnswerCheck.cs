namespace OrgTrail.Aws.Http;

/// <summary>Looks at an answer.</summary>
/// <param name="request">What was asked.</param>
/// <param name="isSuccess">Whether its status says success.</param>
/// <param name="body">The whole body.</param>
/// <returns>What shows that it is none of the service; <see langword="null"/> when nothing does.</returns>
internal delegate string? AnswerCheck(HttpRequestMessage request, bool isSuccess, byte[] body);
