using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Profiles;

namespace OrgTrail.Aws.Credentials;

/// <summary>Where credentials come from; nothing was asked there yet.</summary>
/// <param name="Origin">The place, for a person to read.</param>
/// <param name="Profile">The profile in use, if it is one.</param>
/// <param name="Open">Makes the credentials, given the Region and addresses for those that STS hands out.</param>
internal sealed record CredentialSource(string Origin, Profile? Profile, Func<ClientSettings, AWSCredentials> Open)
{
    /// <summary>Whether it is this computer itself, as a last resort, which may have none.</summary>
    public bool IsInstance { get; init; }
}
