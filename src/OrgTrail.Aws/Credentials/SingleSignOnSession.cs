using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using OrgTrail.Aws.Profiles;
using OrgTrail.Files;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// The SDK's credentials of a profile that signs in through IAM Identity Center. The tokens in the cache that they send are
/// known as secrets, those before a renewal as well as those after it.
/// Source: AWS SDKs and Tools reference, "IAM Identity Center credential provider".
/// </summary>
/// <param name="profile">The profile.</param>
/// <param name="inner">The SDK's credentials.</param>
internal sealed class SingleSignOnSession(Profile profile, AWSCredentials inner) : AWSCredentials, IDisposable
{
    private static readonly string[] Members = ["accessToken", "refreshToken", "clientSecret"];

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        await KnowTokensAsync().ConfigureAwait(false);
        try
        {
            return await inner.GetCredentialsAsync().ConfigureAwait(false);
        }
        finally
        {
            await KnowTokensAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private async Task KnowTokensAsync()
    {
        if (HomeFolder.Resolve($"~/.aws/sso/cache/{CacheName()}.json") is not { } file || !File.Exists(file)) return;
        try
        {
            using var cache = JsonDocument.Parse(await BoundedFile.ReadAsync(file, BoundedFile.LongestToken, TimeProvider.System, CancellationToken.None).ConfigureAwait(false));
            foreach (var member in Members)
            {
                if (cache.RootElement.TryGetProperty(member, out var token) && token.ValueKind == JsonValueKind.String) Secrets.Know(token.GetString());
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            // What cannot be read is no secret that could be sent, and the SDK says itself what is wrong with the file.
        }
    }

#pragma warning disable CA5350, CA1308 // The AWS CLI names its files so.
    private string CacheName() =>
        Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(profile["sso_session"] ?? profile["sso_start_url"]!))).ToLowerInvariant();
#pragma warning restore CA5350, CA1308
}
