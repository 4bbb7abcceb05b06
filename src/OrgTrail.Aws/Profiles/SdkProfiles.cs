using Amazon;

namespace OrgTrail.Aws.Profiles;

/// <summary>
/// What the AWS SDK reads by itself for the settings of a client, whatever those are set to: the profiles of the home
/// folder, or of the current folder where there is no home folder.
/// </summary>
internal static class SdkProfiles
{
    // A path of the program, and never there.
    private static readonly string Nowhere = Path.Combine(AppContext.BaseDirectory, "orgtrail-no-profiles", "credentials");

    /// <summary>Keeps the SDK from the current folder. The SDK reads when its first client is made, so call it before.</summary>
    public static void KeepFromCurrentFolder() => AWSConfigs.AWSProfilesLocation = HomeFolder.Path is null ? Nowhere : null;
}
