using System.Runtime.CompilerServices;
using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>AWS CloudTrail in one Region.</summary>
/// <param name="region">The Region.</param>
/// <param name="create">Makes the client.</param>
/// <param name="createOnce">Makes the client that sends each request once.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsTrails(string region, Func<IAmazonCloudTrail> create, Func<IAmazonCloudTrail> createOnce, TimeProvider time) : ITrails, IDisposable
{
    private readonly Client<IAmazonCloudTrail> _client = new(create);
    private readonly Client<IAmazonCloudTrail> _once = new(createOnce);
    private readonly ServiceCalls _calls = new("CloudTrail", time);

    public ITrailSelectors Selectors => new AwsTrailSelectors(_client, _calls);

    public ITrailTags Tags => new AwsTrailTags(_client, _calls);

    public IDelegations Delegations => new AwsDelegations(_client, _calls);

    public async Task<OrgTrail.Trail> CreateAsync(TrailSettings settings, CancellationToken cancellation)
    {
        const string Operation = "CreateTrail";
        var answer = await _calls.SendOnceAsync(Operation, () => _once.Value.CreateTrailAsync(TrailMessages.Create(settings), cancellation), cancellation).ConfigureAwait(false);
        _calls.Required(Operation, answer.TrailARN);
        return TrailMessages.ToTrail(answer, region);
    }

    public async Task<OrgTrail.Trail> UpdateAsync(string address, TrailSettings changes, CancellationToken cancellation)
    {
        const string Operation = "UpdateTrail";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.UpdateTrailAsync(TrailMessages.Update(address, changes), cancellation), cancellation).ConfigureAwait(false);
        _calls.Required(Operation, answer.TrailARN);
        return TrailMessages.ToTrail(answer, region);
    }

    public async Task<OrgTrail.Trail> GetAsync(string address, CancellationToken cancellation)
    {
        const string Operation = "GetTrail";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.GetTrailAsync(new GetTrailRequest { Name = address }, cancellation), cancellation).ConfigureAwait(false);
        var trail = _calls.Required(Operation, answer.Trail);
        return ToTrail(Operation, trail);
    }

    public async Task<IReadOnlyList<OrgTrail.Trail>> DescribeAsync(CancellationToken cancellation)
    {
        const string Operation = "DescribeTrails";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.DescribeTrailsAsync(new DescribeTrailsRequest { IncludeShadowTrails = true }, cancellation), cancellation).ConfigureAwait(false);
        return [.. _calls.Required(Operation, answer.TrailList).Select(trail => ToTrail(Operation, trail))];
    }

    public async IAsyncEnumerable<TrailListing> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Operation = "ListTrails";
        var trails = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListTrailsAsync(new ListTrailsRequest { NextToken = token }, cancellation), cancellation),
            page => page.Trails,
            page => page.NextToken);
        await foreach (var trail in trails.ConfigureAwait(false))
            yield return TrailMessages.ToListing(_calls.Required(Operation, trail.TrailARN), trail, region);
    }

    public Task DeleteAsync(string address, CancellationToken cancellation) =>
        _calls.SendAsync("DeleteTrail", () => _client.Value.DeleteTrailAsync(new DeleteTrailRequest { Name = address }, cancellation), cancellation);

    public Task StartLoggingAsync(string address, CancellationToken cancellation) =>
        _calls.SendAsync("StartLogging", () => _client.Value.StartLoggingAsync(new StartLoggingRequest { Name = address }, cancellation), cancellation);

    public Task StopLoggingAsync(string address, CancellationToken cancellation) =>
        _calls.SendAsync("StopLogging", () => _client.Value.StopLoggingAsync(new StopLoggingRequest { Name = address }, cancellation), cancellation);

    public async Task<TrailStatus> GetStatusAsync(TrailArn trail, CancellationToken cancellation)
    {
        const string Operation = "GetTrailStatus";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.GetTrailStatusAsync(new GetTrailStatusRequest { Name = trail.ToString() }, cancellation), cancellation).ConfigureAwait(false);
        // Without it, it is not known whether the trail logs.
        _calls.Required(Operation, answer.IsLogging);
        return TrailStatusMapping.ToStatus(trail, answer);
    }

    public async IAsyncEnumerable<DigestKey> ListPublicKeysAsync(DateTimeOffset since, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Operation = "ListPublicKeys";
        var keys = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListPublicKeysAsync(new ListPublicKeysRequest { StartTime = since.UtcDateTime, EndTime = until.UtcDateTime, NextToken = token }, cancellation), cancellation),
            page => page.PublicKeyList,
            page => page.NextToken);
        await foreach (var key in keys.ConfigureAwait(false))
            yield return new(_calls.Required(Operation, key.Fingerprint), _calls.Required(Operation, key.Value).ToArray(), Time.Utc(key.ValidityStartTime), Time.Utc(key.ValidityEndTime));
    }

    public void Dispose()
    {
        _client.Dispose();
        _once.Dispose();
    }

    private OrgTrail.Trail ToTrail(string operation, Amazon.CloudTrail.Model.Trail trail)
    {
        _calls.Required(operation, trail.TrailARN);
        return TrailMessages.ToTrail(trail, region);
    }
}
