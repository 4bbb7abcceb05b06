using OrgTrail.Problems;

namespace OrgTrail.Connection;

/// <summary>The secrets that stand in the environment: keys, tokens, and the password in a proxy's address, which errors of the network repeat.</summary>
internal static class EnvironmentSecrets
{
    private static readonly string[] Secret =
        ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_BEARER_TOKEN"];

    // Both ways to write them, since the environment tells capitals apart; the network reads both.
    private static readonly string[] Proxies =
        ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];

    /// <summary>Makes them known, so that no text shows them. The environment may change: call it again for each command.</summary>
    public static void Know()
    {
        foreach (var name in Secret) Secrets.Know(Environment.GetEnvironmentVariable(name));
        foreach (var name in Proxies) KnowUserIn(Environment.GetEnvironmentVariable(name));
    }

    /// <summary>Makes the user name and password known that stand in an address.</summary>
    /// <param name="address">Any text; a proxy's address may lack its scheme.</param>
    public static void KnowUserIn(string? address)
    {
        if (address is null || address.LastIndexOf('@') is not (> 0 and var end)) return;

        var start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && scheme < end ? scheme + 3 : 0;
        foreach (var user in new[] { address[start..end], Uri.UnescapeDataString(address[start..end]) })
            KnowUser(user);
    }

    private static void KnowUser(string user)
    {
        var colon = user.IndexOf(':', StringComparison.Ordinal);
        // Together they are the content of a Proxy-Authorization header, and long enough to be found even when the password is not.
        Secrets.Know(user);
        if (colon >= 0) Secrets.Know(user[(colon + 1)..]);
        // A name of letters only may be a word of ours, too: administrator.
        var name = colon < 0 ? user : user[..colon];
        if (!name.All(char.IsLetter)) Secrets.Know(name);
    }
}
