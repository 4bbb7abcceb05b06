using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Deployments;

namespace OrgTrail.Core.Tests.Deployments;

public sealed class BackupSafetyTests : IDisposable
{
    private const string Bucket = "arn:aws:s3:::acme-audit";
    private const string SkipOnWindows = "Windows has no modes of files, and links there need a right of their own.";

    private readonly string _path = Directory.CreateTempSubdirectory("orgtrail-backups-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void Only_their_owner_can_read_backups()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), SkipOnWindows);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_path, (UnixFileMode)0b111_111_101);

        var file = Folder(_path).Save(Bucket, "policy");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void A_link_is_no_folder_for_backups(string ending)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), SkipOnWindows);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_path, "elsewhere")).FullName;
        var link = Path.Combine(_path, "link");
        Directory.CreateSymbolicLink(link, elsewhere);

        var refused = Assert.Throws<OrgTrailException>(Folder(link + ending).RequireUsable).Problem;
        Assert.Throws<OrgTrailException>(() => Folder(link + ending).Save(Bucket, "policy"));

        Assert.Equal(("BackupFolderUnusable", ProblemKind.InvalidInput), (refused.Id, refused.Kind));
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_link_in_the_place_of_a_backup_is_not_followed(bool targetExists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), SkipOnWindows);
        var expected = Path.GetFileName(Folder(_path).Save(Bucket, "probe"));
        var target = Path.Combine(_path, "victim");
        if (targetExists) File.WriteAllText(target, "precious");
        File.Delete(Path.Combine(_path, expected));
        File.CreateSymbolicLink(Path.Combine(_path, expected), target);

        var file = Folder(_path).Save(Bucket, "policy");

        Assert.NotEqual(expected, Path.GetFileName(file));
        Assert.Equal("policy", File.ReadAllText(file));
        Assert.Equal(targetExists ? "precious" : null, File.Exists(target) ? File.ReadAllText(target) : null);
    }

    private static BackupFolder Folder(string path) => new(path, new ManualTime());
}
