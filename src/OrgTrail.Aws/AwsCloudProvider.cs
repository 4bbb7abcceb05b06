using Amazon.Runtime;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Credentials;
using OrgTrail.Aws.Errors;
using OrgTrail.Aws.Metadata;
using OrgTrail.Aws.Pacing;
using OrgTrail.Aws.Profiles;
using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Aws;

/// <summary>Makes connections to AWS by the AWS SDK for .NET. The module creates it by its name.</summary>
internal sealed class AwsCloudProvider : ICloudProvider
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
        Task<ICloud>? opening = null;
        try
        {
            // Reading a profile can block, for example where the file is a pipe.
            return await Abandonable.RunAsync(() => opening = OpenAsync(options, feedback, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (opening is not null)
        {
            _ = opening.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<ICloud> OpenAsync(ConnectionOptions options, IFeedback feedback, CancellationToken cancellation)
    {
        EnvironmentSecrets.Know();
        SdkProfiles.KeepFromCurrentFolder();
        ConnectionRules.Require(options);
        var metadata = new InstanceMetadata();
        AWSCredentials? credentials = null;
        try
        {
            // Opening a file cannot be cancelled: one that is a pipe is left behind.
            var search = await Task.Run(() => new CredentialSearch(options, metadata), cancellation).WaitAsync(cancellation).ConfigureAwait(false);
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

            RegionNames.Require(found.Name, found.Origin, addresses.AreAllCustom);

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
        credentials is DelegatedCredentials ? Task.CompletedTask : new ServiceCalls("the source of the credentials", TimeProvider.System).SendAsync("GetCredentials", credentials.GetCredentialsAsync, cancellation);
}
