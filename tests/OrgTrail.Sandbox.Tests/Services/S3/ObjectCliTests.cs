using System.Security.Cryptography;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class ObjectCliTests : CliTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orgtrail-test-");

    public ObjectCliTests()
        : base(new()) => Server.State.S3.Buckets["acme-audit"] = new() { Name = "acme-audit", OwnerAccountId = "111111111111", Region = "us-east-1" };

    [Fact]
    public void A_file_of_many_parts_goes_up_and_comes_back()
    {
        var (up, down) = (Path("up"), Path("down"));
        var content = RandomNumberGenerator.GetBytes(20_000_000);
        File.WriteAllBytes(up, content);

        Copy(up, "s3://acme-audit/dir/big");
        Copy("s3://acme-audit/dir/big", "s3://acme-audit/dir/copy");
        Copy("s3://acme-audit/dir/copy", down);
        Assert.Equal(content, File.ReadAllBytes(down));
        Assert.EndsWith("-3", Server.Context.Objects.Find("acme-audit", "dir/big")!.ETag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("//a%2F+ ü\U0001F600/")]
    public void A_key_is_any_text(string key)
    {
        File.WriteAllText(Path("up"), key);

        Run("s3api put-object --bucket acme-audit --metadata signature=abc --acl bucket-owner-full-control --body", Path("up"), "--key", key);
        Assert.Equal("abc", Run("s3api get-object --bucket acme-audit --key", key, Path("down")).GetProperty("Metadata").GetProperty("signature").GetString());
        Assert.Equal(key, File.ReadAllText(Path("down")));
        Assert.Equal(key, Run("s3api list-objects-v2 --bucket acme-audit").GetProperty("Contents")[0].GetProperty("Key").GetString());
        Run("s3api delete-object --bucket acme-audit --key", key);
        Assert.Contains("(NoSuchKey)", Refused("s3api get-object --bucket acme-audit --key", key, Path("down")), StringComparison.Ordinal);
        Assert.Contains("(404)", Refused("s3api head-object --bucket acme-audit --key", key), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_of_more_than_a_page_is_whole_and_folders_are_rolled_up()
    {
        for (var i = 0; i < 2500; i++)
            Server.Context.Objects.Put("acme-audit", $"AWSLogs/{i / 1000}/{i:D4}", default, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);

        Assert.Equal(2500, Run("s3api list-objects-v2 --bucket acme-audit").GetProperty("Contents").GetArrayLength());
        Assert.Equal(2500, Run("s3api list-objects --bucket acme-audit").GetProperty("Contents").GetArrayLength());
        Assert.Equal(3, Run("s3api list-objects-v2 --bucket acme-audit --prefix AWSLogs/ --delimiter /").GetProperty("CommonPrefixes").GetArrayLength());
        Run("s3api delete-objects --bucket acme-audit --delete", """{"Objects":[{"Key":"AWSLogs/0/0000"},{"Key":"AWSLogs/0/0001"}]}""");
        Assert.Equal(2498, Run("s3api list-object-versions --bucket acme-audit").GetProperty("Versions").GetArrayLength());
    }

    [Fact]
    public void A_range_a_condition_and_the_ACL()
    {
        File.WriteAllText(Path("up"), "0123456789");
        var tag = Run("s3api put-object --bucket acme-audit --key k --checksum-algorithm SHA256 --body", Path("up")).GetProperty("ETag").GetString()!;

        Run("s3api get-object --bucket acme-audit --key k --range bytes=2-4", Path("down"));
        Assert.Equal("234", File.ReadAllText(Path("down")));
        Assert.Contains("(304)", Refused("s3api get-object --bucket acme-audit --key k --if-none-match", tag, Path("down")), StringComparison.Ordinal);
        Assert.Contains("(PreconditionFailed)", Refused("s3api put-object --bucket acme-audit --key k --if-none-match *"), StringComparison.Ordinal);
        Assert.Contains("FULL_CONTROL", Run("s3api get-object-acl --bucket acme-audit --key k").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_in_parts_can_be_abandoned()
    {
        var id = Run("s3api create-multipart-upload --bucket acme-audit --key k").GetProperty("UploadId").GetString()!;
        File.WriteAllText(Path("part"), "x");
        Run($"s3api upload-part --bucket acme-audit --key k --part-number 1 --upload-id {id} --body", Path("part"));

        Assert.Equal(1, Run($"s3api list-parts --bucket acme-audit --key k --upload-id {id}").GetProperty("Parts").GetArrayLength());
        Assert.Equal(1, Run("s3api list-multipart-uploads --bucket acme-audit").GetProperty("Uploads").GetArrayLength());
        Run($"s3api abort-multipart-upload --bucket acme-audit --key k --upload-id {id}");
        Assert.Contains("(NoSuchUpload)", Refused($"s3api list-parts --bucket acme-audit --key k --upload-id {id}"), StringComparison.Ordinal);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    // "aws s3" prints text, not JSON.
    private void Copy(string from, string to)
    {
        Assert.SkipUnless(OrgTrail.Testing.AwsCli.Available, OrgTrail.Testing.AwsCli.MissingBecause);
        var result = new OrgTrail.Testing.AwsCli(Server.Endpoint).Run("s3", "cp", "--quiet", from, to);
        Assert.True(result.Succeeded, result.Error);
    }
}
