using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Credentials;
using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Pacing;
using OrgTrail.Aws.Profiles;
using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Aws;

/// <summary>Makes connections to AWS by the AWS SDK for .NET. The module creates it by its name.</summary>
public sealed class AwsCloudProvider : ICloudProvider
{
    /// <summary>The clock that calls are paced, and repeated, by.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long an answer may take.</summary>
    internal TimeSpan AnswerTimeout { get; init; } = ClientSettings.LongestAnswer;

    /// <inheritdoc/>
    public async Task<ICloud> ConnectAsync(ConnectionOptions options, IFeedback feedback, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(feedback);
        var metadata = new InstanceMetadata();
        AWSCredentials? credentials = null;
        try
        {
            var search = new CredentialSearch(options, metadata);
            var source = search.Choose();
            var profile = source.Profile ?? search.Ambient;
            var addresses = new EndpointAddresses(options.EndpointUrl, profile);
            var region = RegionSearch.Configured(options, source.Profile, profile);
            if (region is { } configured)
                RegionNames.Require(configured.Name, configured.Origin, addresses.AreAllCustom);
            else if (!source.IsInstance)
                region = await RegionSearch.OfInstanceAsync(metadata, cancellation).ConfigureAwait(false);

            var settings = new ClientSettings(region?.Name ?? "", addresses, profile) { AnswerTimeout = AnswerTimeout };
            credentials = source.Open(settings);
            await ReadyAsync(credentials, cancellation).ConfigureAwait(false);
            var found = region ?? await RegionSearch.OfInstanceAsync(metadata, cancellation).ConfigureAwait(false);

            feedback.Verbose($"The AWS credentials come from {source.Origin}.");
            feedback.Verbose($"The AWS Region comes from {found.Origin}.");
            return new AwsCloud(credentials, settings with { Region = found.Name }, metadata, new CallPace(Time), Time);
        }
        catch
        {
            (credentials as IDisposable)?.Dispose();
            metadata.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ProfileNames(string? profileLocation)
    {
        try
        {
            return new ProfileStores(profileLocation).Names;
        }
        catch (Exception exception) when (exception is OrgTrailException or IOException or ArgumentException or NotSupportedException or UnauthorizedAccessException or AmazonClientException)
        {
            // Who completes a name is not to be interrupted: the cmdlet itself will say what is wrong.
            return [];
        }
    }

    /// <inheritdoc/>
    IReadOnlyList<string> ICloudProvider.RegionNames() => RegionNames.All;

    /// <summary>Gets credentials that must be got from somewhere now, where the user can still tell what it was for.</summary>
    private static Task ReadyAsync(AWSCredentials credentials, CancellationToken cancellation) =>
        credentials is DelegatedCredentials ? Task.CompletedTask : credentials.GetCredentialsAsync().WaitAsync(cancellation);
}
