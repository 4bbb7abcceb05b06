using OrgTrail.Files;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Credentials;

/// <summary>Files in which a platform keeps a token for this process.</summary>
internal static class TokenFiles
{
    /// <summary>The token, which is known as a secret from now on.</summary>
    /// <exception cref="IOException">The file is not there, too large, or does not come to its end.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<string> ReadAsync(string file)
    {
        var token = (await BoundedFile.ReadAsync(file, BoundedFile.LongestToken, TimeProvider.System, CancellationToken.None).ConfigureAwait(false)).Trim();
        Secrets.Know(token);
        return token;
    }
}
