using System.Text;

namespace OrgTrail.Sandbox.Http;

/// <summary>Names of headers as strings, without a new string for each one that AWS clients send all the time.</summary>
internal static class HeaderName
{
    private static readonly string[][] KnownByLength = ByLength(
        "Host", "Date", "Accept", "Expect", "Range", "User-Agent", "Connection", "Content-MD5", "Content-Type",
        "Content-Length", "Content-Encoding", "Accept-Encoding", "Transfer-Encoding", "Authorization", "X-Amz-Date", "X-Amz-Target",
        "X-Amz-Content-SHA256", "X-Amz-Decoded-Content-Length", "X-Amz-Security-Token", "X-Amz-Trailer", "X-Amz-Sdk-Checksum-Algorithm",
        "X-Amz-Checksum-Mode", "X-Amz-User-Agent", "amz-sdk-invocation-id", "amz-sdk-request", "x-amz-acl", "x-amz-expected-bucket-owner");

    public static string Of(ReadOnlySpan<byte> name)
    {
        if (name.Length < KnownByLength.Length)
        {
            foreach (var known in KnownByLength[name.Length])
            {
                if (Ascii.EqualsIgnoreCase(name, known)) return known;
            }
        }

        return Encoding.ASCII.GetString(name);
    }

    private static string[][] ByLength(params string[] names) =>
        [.. Enumerable.Range(0, names.Max(name => name.Length) + 1).Select(length => names.Where(name => name.Length == length).ToArray())];
}
