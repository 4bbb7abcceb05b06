using System.Text.Json;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Http;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Metadata;

/// <summary>
/// The instance metadata service, version 2. The SDK's own client is not used: it waits for seconds where there is no
/// such service, cannot be cancelled, and remembers the answer for the life of the process.
/// Source: Amazon EC2 user guide, "Use the Instance Metadata Service to access instance metadata".
/// </summary>
internal sealed class InstanceMetadata : IDisposable
{
    // Long enough for a link-local address, short enough for somebody who only forgot -ProfileName. The AWS CLI waits as long.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private const string CredentialsPath = "latest/meta-data/iam/security-credentials/";

    private readonly HttpClient _http = ServiceHttp.ForCredentials(TimeLimit, useProxy: false);
    private bool _isSilent = EnvironmentVariable.IsTrue("AWS_EC2_METADATA_DISABLED");

    /// <summary>Why nothing came, for a person to read.</summary>
    public string Silence { get; private set; } = "instance metadata (switched off by AWS_EC2_METADATA_DISABLED)";

    /// <summary>The Region of this instance; <see langword="null"/> when there is no metadata service.</summary>
    public Task<string?> RegionAsync(CancellationToken cancellation) => ReadAsync("latest/meta-data/placement/region", cancellation);

    /// <summary>The keys of this instance's role; <see langword="null"/> when there is no metadata service, or no role.</summary>
    public async Task<InstanceKeys?> KeysAsync(CancellationToken cancellation)
    {
        var role = await ReadAsync(CredentialsPath, cancellation).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(role)) return null;

        var answer = await ReadAsync(CredentialsPath + role.Split('\n')[0].Trim(), cancellation).ConfigureAwait(false);
        return answer is null ? null : Parse(answer);
    }

    public void Dispose() => _http.Dispose();

    private static InstanceKeys? Parse(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, InstanceKeysJson.Default.InstanceKeys) is { IsWhole: true } keys ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri Address() => new(EnvironmentVariable.Get("AWS_EC2_METADATA_SERVICE_ENDPOINT") is { } address
        ? address.TrimEnd('/') + "/"
        : string.Equals(EnvironmentVariable.Get("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"), "IPv6", StringComparison.OrdinalIgnoreCase)
            ? "http://[fd00:ec2::254]/"
            : "http://169.254.169.254/");

    private async Task<string?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (_isSilent) return null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(), path));
            var token = await TokenAsync(cancellation).ConfigureAwait(false);
            Secrets.Know(token);
            request.Headers.Add("X-aws-ec2-metadata-token", token);
            using var answer = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false) : Nothing($"no {path}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or AnswerException or UriFormatException or FormatException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            _isSilent = true;
            return Nothing("no answer");
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Address(), "latest/api/token"));
        request.Headers.Add("X-aws-ec2-metadata-token-ttl-seconds", "60");
        using var answer = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
    }

    private string? Nothing(string why)
    {
        Silence = $"instance metadata ({why})";
        return null;
    }
}
