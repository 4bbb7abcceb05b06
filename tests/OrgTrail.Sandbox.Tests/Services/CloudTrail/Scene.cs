using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Delivery;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.State;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

/// <summary>An organization with all that an organization trail needs, and CloudTrail called without a wire.</summary>
internal sealed class Scene : IDisposable
{
    public const string Management = "111111111111";
    public const string Member = "222222222222";
    public const string Administrator = "333333333333";
    public const string Stranger = "999999999999";
    public const string Bucket = "acme-audit";
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly ObjectStore _objects = new();
    private readonly CloudTrailService _service;

    public Scene()
    {
        Context = new SandboxContext(State, _objects, new SandboxClock(new FixedTime(Start)), new Random(1));
        _service = new CloudTrailService(Context);
        State.Organizations.Organization = new SandboxOrganization
        {
            Id = "o-exampleorgid",
            FeatureSet = "ALL",
            Accounts = [Account(Management), Account(Member), Account(Administrator)],
            TrustedServices = { ["cloudtrail.amazonaws.com"] = Start },
            DelegatedAdministrators = { ["cloudtrail.amazonaws.com"] = [Administrator] },
        };
        AddBucket(Bucket, TrailPolicies.Bucket());
    }

    public SandboxState State { get; } = new();

    public SandboxContext Context { get; }

    public SandboxOrganization Organization => State.Organizations.Organization!;

    public void AddBucket(string name, string? policy, string region = "us-east-1") =>
        State.S3.Buckets[name] = new SandboxBucket { Name = name, OwnerAccountId = Management, Region = region, Policy = policy };

    /// <summary>Creates the organization trail acme.</summary>
    public JsonObject CreateOrganizationTrail(string account = Management, object? more = null) =>
        Call("CreateTrail", With(new { Name = "acme", S3BucketName = Bucket, IsMultiRegionTrail = true, IsOrganizationTrail = true }, more), account);

    /// <summary>Creates a trail of an account, which may deliver into a bucket that is open to all trails.</summary>
    public JsonObject CreateAccountTrail(string name, string account = Management, string region = "us-east-1", bool multiRegion = false)
    {
        AddBucket("open-to-all", TrailPolicies.Policy(
            TrailPolicies.Allow("s3:GetBucketAcl", "arn:aws:s3:::open-to-all"), TrailPolicies.Allow("s3:PutObject", "arn:aws:s3:::open-to-all/*")));
        return Call("CreateTrail", new { Name = name, S3BucketName = "open-to-all", IsMultiRegionTrail = multiRegion }, account, region);
    }

    public JsonObject Call(string operation, object body, string account = Management, string region = "us-east-1")
    {
        var http = new HttpRequest("POST", "/", "", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body)));
        var answer = _service.Answer(new ServiceCall(http, "cloudtrail", operation, region, account, account));
        return JsonNode.Parse(answer.Body.Span)!.AsObject();
    }

    /// <summary>The code of the refusal that a call meets.</summary>
    public string Refusal(string operation, object body, string account = Management, string region = "us-east-1") =>
        Assert.Throws<AwsErrorException>(() => Call(operation, body, account, region)).Code;

    /// <summary>Lets time pass, and CloudTrail deliver.</summary>
    public DeliveryReport Advance(TimeSpan time)
    {
        var from = Context.Clock.Now;
        Context.Clock.Advance(time);
        return new TrailDeliveries(Context).Deliver(from, Context.Clock.Now, CancellationToken.None);
    }

    public void Dispose() => _objects.Dispose();

    public static JsonObject With(object body, object? more)
    {
        var merged = JsonSerializer.SerializeToNode(body)!.AsObject();
        foreach (var (name, value) in more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject())
            merged[name] = value?.DeepClone();
        return merged;
    }

    private static SandboxAccount Account(string id) => new() { Id = id, Name = $"account {id}", JoinedTimestamp = Start };
}
