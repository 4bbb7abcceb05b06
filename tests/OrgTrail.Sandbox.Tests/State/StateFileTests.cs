using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Tests;

public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orgtrail-state-").FullName;
    private readonly ManualTime _time = new();

    private string File => Path.Combine(_folder, "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_sandbox_goes_on_where_another_was_saved()
    {
        using (var first = SandboxServer.Start(new() { Time = _time, Seed = 5 }))
        {
            first.Advance(TimeSpan.FromDays(3));
            first.State.S3.Buckets["b"] = new() { Name = "b", OwnerAccountId = "222222222222", Region = "eu-west-1", Policy = "{\"a\":\"<ü>\"}" };
            first.State.CloudTrail.Trails.Add(new() { Name = "t", OwnerAccountId = "111111111111", HomeRegion = "us-east-1", S3BucketName = "b" });
            first.SaveState(File);
        }

        using var second = SandboxServer.Start(new() { Time = _time, StateFile = File });
        second.SaveState(File + "2");

        Assert.Equal(System.IO.File.ReadAllText(File), System.IO.File.ReadAllText(File + "2"));
        Assert.Equal(_time.GetUtcNow().AddDays(3), second.Context.Clock.Now);
        Assert.Equal("{\"a\":\"<ü>\"}", second.State.S3.Buckets["b"].Policy);
        Assert.Contains("<ü>", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void A_state_written_by_hand_needs_only_what_differs()
    {
        System.IO.File.WriteAllText(File, """
            {
              // One Region is enough.
              "Regions": ["eu-west-1"],
            }
            """);

        using var server = SandboxServer.Start(new() { StateFile = File });

        Assert.Equal(["eu-west-1"], server.State.Regions);
        Assert.Equal("111111111111", server.State.ManagementAccountId);
        Assert.Null(server.State.Organizations.Organization);
    }

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\n  \"Regions\": 5\n}", "line 2, column 15, at $.Regions")]
    [InlineData("{\n  \"S3\": {\n    \"Buckets\": { \"b\": {} } } }", "line 3")]
    [InlineData("{\n  \"S4\": {} }", "line 2")]
    [InlineData("{\"Organizations\": {\"Organization\": {\"Id\": \"o-1234567890\", \"FeatureSet\": \"ALL\", \"Accounts\": [null]}}}", "$.Organizations.Organization.Accounts[0]")]
    public void A_broken_file_is_a_problem_that_says_where(string text, string place)
    {
        System.IO.File.WriteAllText(File, text);

        var problem = Assert.Throws<OrgTrailException>(() => SandboxServer.Start(new() { StateFile = File })).Problem;

        Assert.Equal("MalformedState", problem.Id);
        Assert.Contains(place, problem.What, StringComparison.Ordinal);
        Assert.Contains(File, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem()
    {
        Assert.Equal("StateFileUnavailable", Assert.Throws<OrgTrailException>(() => SandboxServer.Start(new() { StateFile = File })).Problem.Id);

        using var server = SandboxServer.Start(new());
        Assert.Equal("StateFileUnavailable", Assert.Throws<OrgTrailException>(() => server.SaveState(Path.Combine(_folder, "no", "such", "folder"))).Problem.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_link_is_followed_to_save_a_state_whether_or_not_it_leads_somewhere(bool exists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        var target = Path.Combine(_folder, "of-somebody-else");
        if (exists) System.IO.File.WriteAllText(target, "untouched");
        System.IO.File.CreateSymbolicLink(File, target);
        using var server = SandboxServer.Start(new());

        var problem = Assert.Throws<OrgTrailException>(() => server.SaveState(File)).Problem;

        Assert.Equal("StateFileUnavailable", problem.Id);
        Assert.Contains("link", problem.What, StringComparison.Ordinal);
        Assert.Equal(exists, System.IO.File.Exists(target));
        if (exists) Assert.Equal("untouched", System.IO.File.ReadAllText(target));
        Assert.Equal(exists ? 2 : 1, Directory.GetFileSystemEntries(_folder).Length);
    }

    [Fact]
    public void Only_its_owner_can_read_a_saved_state_also_where_all_could_read_the_file_before()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("a file has the rights of its folder on Windows");
            return;
        }

        System.IO.File.WriteAllText(File, "{}");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var server = SandboxServer.Start(new());

        server.SaveState(File);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal([File], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_state_that_cannot_be_put_in_place_leaves_nothing_behind()
    {
        Directory.CreateDirectory(File);
        using var server = SandboxServer.Start(new());

        Assert.Equal("StateFileUnavailable", Assert.Throws<OrgTrailException>(() => server.SaveState(File)).Problem.Id);

        Assert.Equal([File], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        using (var file = System.IO.File.Create(File))
            file.SetLength(2L * 1024 * 1024 * 1024);

        var problem = Assert.Throws<OrgTrailException>(() => SandboxServer.Start(new() { StateFile = File })).Problem;

        Assert.Equal("StateFileUnavailable", problem.Id);
        Assert.Contains("at most", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_the_state_is_taken_over()
    {
        var (old, other) = (new SandboxState(), new SandboxState { ManagementAccountId = "999999999999", SavedAt = _time.GetUtcNow() });

        old.TakeOver(other);

        Assert.All(
            typeof(SandboxState).GetProperties(),
            property => Assert.Equal(property.GetValue(other), property.GetValue(old)));
    }
}
