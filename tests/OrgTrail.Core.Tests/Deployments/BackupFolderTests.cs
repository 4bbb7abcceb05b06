using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Deployments;

namespace OrgTrail.Core.Tests.Deployments;

public sealed class BackupFolderTests : IDisposable
{
    private const string Bucket = "arn:aws:s3:::acme-audit";

    private readonly string _path = Directory.CreateTempSubdirectory("orgtrail-backups-").FullName;
    private readonly BackupFolder _folder;

    public BackupFolderTests() => _folder = new(_path, new ManualTime());

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_policy_is_kept_byte_for_byte_under_the_name_of_its_resource()
    {
        var file = _folder.Save(Bucket, "{\r\n \"ä\": 1 }");

        Assert.Equal(System.Text.Encoding.UTF8.GetBytes("{\r\n \"ä\": 1 }"), File.ReadAllBytes(file));
        Assert.Matches("^s3-acme-audit-policy-[0-9]{8}T[0-9]{6}Z\\.json$", Path.GetFileName(file));
        Assert.Equal([file], Directory.GetFiles(_path));
    }

    [Fact]
    public void No_file_is_ever_written_over()
    {
        var first = _folder.Save(Bucket, "first");
        var second = _folder.Save(Bucket, "second");

        Assert.Equal("first", File.ReadAllText(first));
        Assert.EndsWith("-2.json", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_resources_cannot_lead_out_of_the_folder()
    {
        var file = _folder.Save("arn:aws:kms:us-east-1:111111111111:key/../../x", "policy");

        Assert.Equal(_path, Path.GetDirectoryName(file));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var missing = new BackupFolder(Path.Combine(_path, "nowhere"), new ManualTime());

        Assert.Equal("BackupFolderUnusable", Assert.Throws<OrgTrailException>(missing.RequireUsable).Problem.Id);
        Assert.Throws<OrgTrailException>(() => missing.Save(Bucket, "policy"));
    }

    [Fact]
    public void The_check_of_a_folder_leaves_nothing_behind()
    {
        _folder.RequireUsable();

        Assert.Empty(Directory.GetFileSystemEntries(_path));
    }
}
