using System.Text;
using System.Text.Json;
using OrgTrail.Sandbox.State;
using OrgTrail.Testing;

namespace OrgTrail.Sandbox.Tests.Clients;

/// <summary>boto3's paginators find all, once, in whatever pages it comes.</summary>
public sealed class PaginatorTests : IDisposable
{
    private const string Bucket = "acme-audit";

    private readonly SandboxServer _sandbox;

    public PaginatorTests()
    {
        Assert.SkipUnless(Boto3.Available, Boto3.MissingBecause);
        _sandbox = SandboxServer.Start(new() { AccountCount = 25 });
    }

    public void Dispose()
    {
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData(null, false, new[] { 20, 5 })]
    [InlineData(7, false, new[] { 7, 7, 7, 4 })]
    [InlineData(7, true, new[] { 0, 7, 7, 7, 4 })]
    [InlineData(5, false, new[] { 5, 5, 5, 5, 5 })]
    public void Accounts(int? size, bool emptyPages, int[] pages)
    {
        _sandbox.State.Organizations.EmptyPages = emptyPages;

        var found = Walk("organizations", "list_accounts", "Accounts", size);

        Assert.Equal(pages, found.Pages);
        Assert.Equal(_sandbox.State.Organizations.Organization!.Accounts.Select(account => account.Id).Order(), found.All("Id").Order());
    }

    [Theory]
    [InlineData("list_roots", "Roots", 1)]
    [InlineData("list_aws_service_access_for_organization", "EnabledServicePrincipals", 0)]
    [InlineData("list_delegated_administrators", "DelegatedAdministrators", 0)]
    [InlineData("list_handshakes_for_organization", "Handshakes", 0)]
    [InlineData("list_create_account_status", "CreateAccountStatuses", 0)]
    public void Lists_of_the_organization_behind_an_empty_page(string operation, string member, int count)
    {
        _sandbox.State.Organizations.EmptyPages = true;

        Assert.Equal([0, count], Walk("organizations", operation, member, 3).Pages);
    }

    [Theory]
    [InlineData("list_objects_v2", null, new[] { 23 })]
    [InlineData("list_objects_v2", 10, new[] { 10, 10, 3 })]
    [InlineData("list_objects", 10, new[] { 10, 10, 3 })]
    [InlineData("list_objects_v2", 1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void Objects(string operation, int? size, int[] pages)
    {
        var keys = AddObjects();

        var found = Walk("s3", operation, "Contents", size, new { Bucket });

        Assert.Equal(pages, found.Pages);
        Assert.Equal(keys, found.All("Key"));
    }

    [Theory]
    [InlineData("list_objects_v2")]
    [InlineData("list_objects")]
    public void Folders_of_a_bucket(string operation)
    {
        AddObjects();

        var found = Walk("s3", operation, "CommonPrefixes", 2, new { Bucket, Prefix = "logs/", Delimiter = "/" });

        Assert.Equal(["logs/day 0/", "logs/day 1/", "logs/day 2/", "logs/day 3/"], found.All("Prefix"));
    }

    [Fact]
    public void Versions_of_objects()
    {
        var keys = AddObjects();

        Assert.Equal(keys, Walk("s3", "list_object_versions", "Versions", 10, new { Bucket }).All("Key"));
    }

    [Fact]
    public void Trails_of_all_Regions()
    {
        var trails = _sandbox.State.Regions.SelectMany(region => Enumerable.Range(0, 5).Select(index => Trail(region, index))).ToList();
        _sandbox.State.CloudTrail.Trails.AddRange(trails);

        var found = Walk("cloudtrail", "list_trails", "Trails");

        Assert.Equal(trails.Select(trail => trail.Name).Order(StringComparer.Ordinal), found.All("Name").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Public_keys_of_several_months()
    {
        AddObjects();
        var trail = Trail("us-east-1", 0);
        (trail.IsLogging, trail.LogFileValidationEnabled, trail.StartLoggingTime) = (true, true, _sandbox.Context.Clock.Now);
        _sandbox.State.CloudTrail.Trails.Add(trail);
        var start = _sandbox.Context.Clock.Now;
        _sandbox.Advance(TimeSpan.FromDays(65));

        var found = Walk("cloudtrail", "list_public_keys", "PublicKeyList", parameters: new { StartTime = start, EndTime = _sandbox.Context.Clock.Now });

        Assert.InRange(found.Items.Count, 3, 4);
        Assert.Distinct(found.All("Fingerprint"));
    }

    [Fact]
    public void Keys_and_aliases_of_KMS()
    {
        var names = new[] { "one", "two", "three" };
        foreach (var name in names)
            _sandbox.State.Kms.Keys.Add(new() { Arn = $"arn:aws:kms:us-east-1:111111111111:key/{name}", Aliases = [$"alias/{name}"], Policy = "{}" });

        var keys = Walk("kms", "list_keys", "Keys", 1);

        Assert.Equal([1, 1, 1], keys.Pages);
        Assert.Equal(names.Order(), keys.All("KeyId").Order());
        Assert.Equal(names.Select(name => $"alias/{name}").Order(), Walk("kms", "list_aliases", "Aliases", 2).All("AliasName").Order());
    }

    private Pagination Walk(string service, string operation, string member, int? pageSize = null, object? parameters = null)
    {
        var script = Path.Combine(RepositoryPaths.Root, "tests", "OrgTrail.Sandbox.Tests", "Clients", "paginate.py");
        var job = JsonSerializer.Serialize(new { Service = service, Operation = operation, Member = member, PageSize = pageSize, Parameters = parameters ?? new { } });

        var result = new Boto3(_sandbox.Endpoint).Run(script, job);

        Assert.True(result.ExitCode == 0, result.ToString());
        return JsonSerializer.Deserialize<Pagination>(result.Output)!;
    }

    private List<string> AddObjects()
    {
        _sandbox.State.S3.Buckets[Bucket] = new SandboxBucket { Name = Bucket, OwnerAccountId = _sandbox.State.ManagementAccountId, Region = "us-east-1" };
        // A space, a plus and letters beyond ASCII: keys travel through markers and tokens.
        var keys = Enumerable.Range(0, 20).Select(index => $"logs/day {index % 4}/{index:00}+ä.json.gz").Append("a&b").Append("top").Append("z/é").Order(StringComparer.Ordinal).ToList();
        foreach (var key in keys)
            _sandbox.Context.Objects.Put(Bucket, key, Encoding.UTF8.GetBytes(key), new Dictionary<string, string>(), _sandbox.Context.Clock.Now);
        return keys;
    }

    private SandboxTrail Trail(string region, int index) => new()
    {
        Name = $"trail-{region}-{index}",
        OwnerAccountId = _sandbox.State.ManagementAccountId,
        HomeRegion = region,
        S3BucketName = Bucket,
        CreationTime = _sandbox.Context.Clock.Now,
    };
}
