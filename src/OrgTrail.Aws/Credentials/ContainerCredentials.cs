using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Http;
using OrgTrail.Aws.Metadata;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// Credentials of the task or pod that this process runs in (Amazon ECS and EKS). The SDK's own class is not used: it
/// follows redirects with the container's token, and its reading of an answer has no limit.
/// Source: AWS SDKs and Tools reference, "Container credential provider".
/// </summary>
/// <param name="endpoint">What hands them out.</param>
/// <param name="longestAnswer">How long an answer may take.</param>
internal sealed class ContainerCredentials(Uri endpoint, TimeSpan longestAnswer) : RefreshingAWSCredentials
{
    private const string Token = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const int Attempts = 3;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // The agents of ECS and EKS; any other host must be this computer, or be asked by TLS.
    private static readonly string[] Agents = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];

    private readonly HttpClient _http = ServiceHttp.ForCredentials(longestAnswer, useProxy: endpoint.Scheme == Uri.UriSchemeHttps);
    private readonly CancellationTokenSource _ending = new();

    /// <exception cref="OrgTrailException">The endpoint is none that may be asked (<c>ContainerCredentialsFailed</c>), later: it gives nothing.</exception>
    public static AWSCredentials Open(ClientSettings settings) =>
        new ContainerCredentials(Endpoint(), settings.AnswerTimeout < LongestAnswer ? settings.AnswerTimeout : LongestAnswer);

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await AskAsync().ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException or AnswerException && !_ending.IsCancellationRequested)
            {
                if (attempt == Attempts) throw Refused(fault.Message);
                await Task.Delay(Pause * attempt, TimeProvider.System, _ending.Token).ConfigureAwait(false);
            }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ending.Cancel();
            _http.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Uri Endpoint()
    {
        var address = EnvironmentVariable.Get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } path
            ? $"http://{Agents[0]}{path}"
            : EnvironmentVariable.Get("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint is not { Scheme: "http" or "https", UserInfo: "" })
            throw Refused($"'{address}' is no address that can be asked.");
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback && !Agents.Contains(endpoint.Host))
            throw Refused($"The host '{endpoint.Host}' is neither this computer nor the agent of a container, and must be asked by https.");
        return endpoint;
    }

    private async Task<CredentialsRefreshState> AskAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        if (await TokenAsync().ConfigureAwait(false) is { } token) request.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await _http.SendAsync(request, _ending.Token).ConfigureAwait(false);
        if (answer.StatusCode is >= HttpStatusCode.InternalServerError) throw new HttpRequestException($"It answered with HTTP status {(int)answer.StatusCode}.");
        if (!answer.IsSuccessStatusCode) throw Refused($"It answered with HTTP status {(int)answer.StatusCode}.");

        var keys = Parse(await answer.Content.ReadAsByteArrayAsync(_ending.Token).ConfigureAwait(false));
        return new CredentialsRefreshState(SentKeys.Of("the container's credentials endpoint", keys.AccessKeyId!, keys.SecretAccessKey!, keys.Token), keys.Expiration.UtcDateTime);
    }

    /// <summary>The token that the endpoint wants to see; a file is read anew each time, since it changes.</summary>
    private static async Task<string?> TokenAsync()
    {
        // Sent as it is in a header, and different each time where the platform renews the file.
        ConnectionRules.RequireText("InvalidCredential", "token", EnvironmentVariable.Get(Token), Token);
        try
        {
            if (EnvironmentVariable.Get(TokenFile) is not { } file) return EnvironmentVariable.Get(Token);
            var token = await TokenFiles.ReadAsync(file).ConfigureAwait(false);
            return token.Any(char.IsControl) ? throw Refused("The authorization token has control characters, such as a line break.") : token;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refused($"The file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read. {fault.Message}");
        }
    }

    private static InstanceKeys Parse(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, InstanceKeysJson.Default.InstanceKeys) is { IsWhole: true } keys ? keys : throw Refused("Its answer has no whole credentials.");
        }
        catch (JsonException)
        {
            throw Refused("Its answer is no JSON of credentials.");
        }
    }

    private static OrgTrailException Refused(string why) => new(ConnectionProblems.ContainerRefused(why));
}
