namespace OrgTrail.Tests.Doubles;

/// <summary>Has the members of Amazon.Runtime.AWSCredentials that are read; counts how often it is asked.</summary>
internal sealed class AwsToolsCredentials(string? accessKey, string? secretKey, string? token)
{
    public int Asked { get; private set; }

    public Immutable GetCredentials()
    {
        Asked++;
        return new Immutable(accessKey, secretKey, token);
    }

    /// <summary>Has the members of Amazon.Runtime.ImmutableCredentials.</summary>
    internal sealed class Immutable(string? accessKey, string? secretKey, string? token)
    {
        public string? AccessKey { get; } = accessKey;
        public string? SecretKey { get; } = secretKey;
        public string? Token { get; } = token;
    }
}
