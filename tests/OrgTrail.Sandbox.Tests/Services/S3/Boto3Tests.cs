using System.Diagnostics;

namespace OrgTrail.Sandbox.Tests.Services.S3;

/// <summary>boto3 against the sandbox: its paginators, its transfers, its own checks of what it gets.</summary>
public sealed class Boto3Tests
{
    private const string Script =
        """
        import io, sys, boto3
        from botocore.exceptions import ClientError
        s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="x")

        def keys(operation, part, **more):
            return [item[name] for page in s3.get_paginator(operation).paginate(Bucket="acme-audit", **more) for item in page.get(part, []) for name in ("Key", "Prefix") if name in item]

        s3.create_bucket(Bucket="acme-audit")
        wanted = sorted([f"a/{i:04}" for i in range(1100)] + ["ü ?&+%2F", "b\x01c", "../x", "😀", "Ａ"], key=lambda key: key.encode())
        for key in wanted:
            s3.put_object(Bucket="acme-audit", Key=key, Body=key.encode())
        assert keys("list_objects_v2", "Contents") == wanted
        assert keys("list_objects", "Contents") == wanted
        assert keys("list_object_versions", "Versions") == wanted
        assert keys("list_objects_v2", "Contents", PaginationConfig={"PageSize": 7, "StartingToken": None, "MaxItems": 100}) == wanted[:100]
        assert keys("list_objects_v2", "CommonPrefixes", Delimiter="/", PaginationConfig={"PageSize": 1}) == ["../", "a/"]
        assert keys("list_objects", "CommonPrefixes", Delimiter="/", PaginationConfig={"PageSize": 1}) == ["../", "a/"]
        assert keys("list_objects", "Contents", Delimiter="/", PaginationConfig={"PageSize": 2}) == [key for key in wanted if "/" not in key]

        content = bytes(range(256)) * 80000
        s3.upload_fileobj(io.BytesIO(content), "acme-audit", "big", ExtraArgs={"Metadata": {"signature": "abc"}})
        assert s3.get_object(Bucket="acme-audit", Key="big")["Body"].read() == content
        assert s3.head_object(Bucket="acme-audit", Key="big")["Metadata"] == {"signature": "abc"}
        assert s3.head_object(Bucket="acme-audit", Key="big")["ContentLength"] == len(content)

        for algorithm in ("CRC32", "SHA1", "SHA256"):
            s3.put_object(Bucket="acme-audit", Key=algorithm, Body=b"123456789", ChecksumAlgorithm=algorithm)
            assert s3.get_object(Bucket="acme-audit", Key=algorithm, ChecksumMode="ENABLED")["Checksum" + algorithm]

        # boto3 writes control characters into XML as they are, which is no XML (AWS refuses it too).
        s3.delete_object(Bucket="acme-audit", Key="b\x01c")
        boto3.resource("s3", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="x").Bucket("acme-audit").objects.all().delete()
        assert keys("list_objects_v2", "Contents") == []
        try:
            s3.get_object(Bucket="acme-audit", Key="a/0000")
            assert False
        except s3.exceptions.NoSuchKey as error:
            assert error.response["Error"]["Key"] == "a/0000"
        s3.delete_bucket(Bucket="acme-audit")
        """;

    [Fact]
    public void Boto3_lists_uploads_and_deletes()
    {
        Assert.SkipWhen(Python("import boto3") is { Code: not 0 }, "there is no python3 with boto3");
        using var server = SandboxServer.Start(new());

        var (code, error) = Python(Script, server.Endpoint);
        Assert.True(code == 0, error);
        Assert.Empty(server.InternalErrors);
    }

    private static (int Code, string Error) Python(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", ["-c", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "");
        }
    }
}
