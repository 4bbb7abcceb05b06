using OrgTrail.Connection;

namespace OrgTrail.Ports;

/// <summary>Makes connections to AWS. The module loads its implementation by name, into a load context of its own.</summary>
internal interface ICloudProvider
{
    /// <summary>Finds credentials and Region by the rules of AWS Tools for PowerShell, without calling a service that needs them.</summary>
    /// <param name="options">What the user said.</param>
    /// <param name="feedback">Told where credentials and Region came from, never their values.</param>
    /// <param name="cancellation">Ends look-ups at the instance metadata service.</param>
    /// <exception cref="OrgTrailException">Half a key pair, an unknown profile or Region, no credentials or no Region at all.</exception>
    Task<ICloud> ConnectAsync(ConnectionOptions options, IFeedback feedback, CancellationToken cancellation);

    /// <summary>The names of the profiles in the AWS configuration files; empty when there is none. Never throws.</summary>
    IReadOnlyList<string> ProfileNames(string? profileLocation);

    /// <summary>The system names of the Regions the AWS SDK knows. Never throws.</summary>
    IReadOnlyList<string> RegionNames();
}
