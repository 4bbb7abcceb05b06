using System.Diagnostics;
using System.Globalization;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Sandbox.Commands;

/// <summary>The main job from nothing: the operations that the cmdlets call, and the AWS SDK, against a sandbox of its own.</summary>
internal sealed class Demo(TextWriter output)
{
    private const string Bucket = "acme-audit";
    private const string TrailName = "acme";
    private const int ShownAccounts = 3;

    private readonly DemoScreen _screen = new(output);

    /// <returns>0 when every step went well, otherwise 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        // All calls stay on this machine, whatever proxy it has.
        Environment.SetEnvironmentVariable("NO_PROXY", "127.0.0.1");
        try
        {
            using var server = SandboxServer.Start(new());
            output.WriteLine($"An organization trail from nothing, in a sandbox on {server.Endpoint}: no AWS account is involved.");
            await RunAsync(server, cancellation);
            RequireSoundness(server);
        }
        catch (OrgTrailException failed)
        {
            _screen.Failed(failed.Problem);
        }

        _screen.End(_screen.HasFailed
            ? "The demo failed."
            : string.Create(CultureInfo.InvariantCulture, $"Done in {watch.Elapsed.TotalSeconds:0.0} s. The cmdlets do the same against AWS: Enable-OrgTrustedAccess, New- and Set-OrgTrailBucketPolicy, New-OrgTrail -StartLogging."));
        return _screen.HasFailed ? 1 : 0;
    }

    private async Task RunAsync(SandboxServer server, CancellationToken cancellation)
    {
        var options = new ConnectionOptions
        {
            AccessKey = server.State.ManagementAccountId,
            SecretKey = "sandbox",
            Region = server.State.Regions[0],
            EndpointUrl = server.Endpoint,
        };
        var session = new CloudSession(options, await new Aws.AwsCloudProvider().ConnectAsync(options, _screen, cancellation));
        try
        {
            await OrganizationAsync(server, session, cancellation);
            await ApplyAsync("Trusted access", await new EnableTrustedAccess(session, TimeProvider.System, _screen).PlanAsync(cancellation), cancellation);
            await BucketAsync(server, options, cancellation);
            var wanted = await BuildBucketPolicy.RunAsync(() => Task.FromResult(session), new(Bucket, [TrailName]), cancellation);
            await ApplyAsync("Bucket policy", await new WriteBucketPolicy(session, TimeProvider.System, _screen).PlanAsync(wanted, cancellation), cancellation);
            var trail = await TrailAsync(session, cancellation);
            Pass(server, TimeSpan.FromHours(1));
            await StatusAsync(session, trail, cancellation);
            await CheckAsync(session, cancellation);
        }
        finally
        {
            session.Leave();
        }
    }

    private async Task OrganizationAsync(SandboxServer server, CloudSession session, CancellationToken cancellation)
    {
        _screen.Step("Organization");
        var organization = await session.OrganizationAsync(cancellation);
        _screen.Line($"{organization.Id} has {server.State.Organizations.Organization!.Accounts.Count} accounts; {organization.ManagementAccountId} manages it");
        _screen.Line(organization.HasAllFeatures ? "all features are on, as organization trails need" : $"feature set {organization.FeatureSet}");
    }

    private async Task BucketAsync(SandboxServer server, ConnectionOptions options, CancellationToken cancellation)
    {
        _screen.Step("Bucket");
        await BucketCreation.RunAsync(new Uri(server.Endpoint), Bucket, options.AccessKey!, options.Region!, cancellation);
        _screen.Line($"{Bucket} in {options.Region}");
    }

    private async Task<Trail> TrailAsync(CloudSession session, CancellationToken cancellation)
    {
        var settings = new TrailSettings
        {
            Name = TrailName,
            S3BucketName = Bucket,
            IsOrganizationTrail = true,
            IsMultiRegionTrail = true,
            EnableLogFileValidation = true,
        };
        var plan = await new CreateTrail(session, TimeProvider.System, _screen)
            .PlanAsync(new(settings) { StartLogging = true, IsPolicyFresh = true }, cancellation);
        var trail = await ApplyAsync("Trail", plan, cancellation);
        _screen.Line(trail.TrailARN);
        return trail;
    }

    private void Pass(SandboxServer server, TimeSpan time)
    {
        _screen.Step("An hour passes");
        var report = server.Advance(time);
        _screen.Line(string.Create(CultureInfo.InvariantCulture, $"CloudTrail delivered {report.LogFiles} log files and {report.Digests} digests, such as"));
        // In the trail's home Region something happens at any time.
        var home = $"/{server.State.Regions[0]}/";
        var delivered = server.Context.Objects.List(Bucket, "AWSLogs/", "").Select(stored => stored.Key).Where(key => key.Contains(home, StringComparison.Ordinal)).ToList();
        foreach (var key in delivered.Where(key => !key.Contains("-Digest/", StringComparison.Ordinal)).DistinctBy(key => key.Split('/')[2]).Take(ShownAccounts))
            _screen.Line(key);
        _screen.Line(delivered.Find(key => key.Contains("-Digest/", StringComparison.Ordinal)) ?? "no digest");
        if (report.LogFiles == 0 || report.Digests == 0)
            throw Unsound("CloudTrail delivered nothing, although the trail logs.");
    }

    private async Task StatusAsync(CloudSession session, Trail trail, CancellationToken cancellation)
    {
        _screen.Step("Status");
        var status = await GetTrail.ReadStatusAsync(session, new TrailIdentity(trail), cancellation);
        _screen.Line(string.Create(CultureInfo.InvariantCulture, $"logging since {status.StartLoggingTime:u}, last delivery {status.LatestDeliveryTime:u}"));
        if (!status.IsLogging || status.LatestDeliveryError is not null)
            throw Unsound($"The trail does not deliver: {status.LatestDeliveryError ?? "it does not log"}.");
    }

    private async Task CheckAsync(CloudSession session, CancellationToken cancellation)
    {
        _screen.Step("Check");
        var verdict = await EvaluateBucketPolicy.RunAsync(
            () => Task.FromResult(session), new() { BucketName = Bucket, TrailName = TrailName }, TimeProvider.System, _screen, cancellation);
        _screen.Line(verdict.ToString());
        if (!verdict.Sufficient || verdict.Weak.Count > 0)
            throw Unsound("The bucket policy that was written is not as it should be.");
    }

    private async Task<T> ApplyAsync<T>(string title, Plan<T> plan, CancellationToken cancellation) where T : class
    {
        _screen.Step(title);
        foreach (var change in plan.Changes)
            _screen.Line(change);
        return await plan.ApplyAsync(cancellation);
    }

    private static void RequireSoundness(SandboxServer server)
    {
        if (server.InternalErrors is [var error, ..]) throw Unsound($"The sandbox failed: {error}");
    }

    private static OrgTrailException Unsound(string what) =>
        new(new Problem("DemoFailed", ProblemKind.ServiceFailed, what, "This is a defect of OrgTrail or of its sandbox: please report it."));
}
