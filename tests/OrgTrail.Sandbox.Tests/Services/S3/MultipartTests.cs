using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class MultipartTests : IDisposable
{
    private static readonly string FiveMegabytes = new('x', 5 * 1024 * 1024);
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Fact]
    public void Parts_become_one_object_with_the_headers_of_the_beginning()
    {
        var id = Begin(("x-amz-meta-a", "1"));
        var second = Part(id, 2, "the end");
        var first = Part(id, 1, FiveMegabytes);
        Assert.Equal(["1", "2"], S3Scene.Xml(_s3.Call("GET", $"/acme-audit/big?uploadId={id}")).Descendants("PartNumber").Select(number => number.Value));
        Assert.Empty(_s3.Objects.List(S3Scene.Bucket, "", ""));

        var completed = Complete(id, (1, first), (2, second));
        Assert.Equal(200, completed.Status);
        Assert.EndsWith("-2\"", S3Scene.Xml(completed).Element("ETag")!.Value, StringComparison.Ordinal);
        var got = _s3.Get("big");
        Assert.Equal(FiveMegabytes + "the end", S3Scene.Text(got));
        Assert.Equal("1", S3Scene.Header(got, "x-amz-meta-a"));
        Assert.Equal(S3Scene.Xml(completed).Element("ETag")!.Value, S3Scene.Header(got, "ETag"));
        S3Scene.Refused(Complete(id, (1, first)), 404, "NoSuchUpload");
        Assert.Empty(_s3.Objects.List(":parts", "", ""));
    }

    [Fact]
    public void An_upload_can_be_listed_and_abandoned()
    {
        var id = Begin();
        Part(id, 1, "x");
        Assert.Equal(id, S3Scene.Xml(_s3.Call("GET", "/acme-audit?uploads")).Descendants("UploadId").Single().Value);

        Assert.Equal(204, _s3.Call("DELETE", $"/acme-audit/big?uploadId={id}").Status);
        Assert.Empty(S3Scene.Xml(_s3.Call("GET", "/acme-audit?uploads")).Descendants("UploadId"));
        S3Scene.Refused(_s3.Call("PUT", $"/acme-audit/big?partNumber=1&uploadId={id}", "x"), 404, "NoSuchUpload");
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        var id = Begin();
        var small = Part(id, 1, "small");
        var last = Part(id, 2, "last");

        S3Scene.Refused(Complete(id, (1, small), (2, last)), 400, "EntityTooSmall");
        S3Scene.Refused(Complete(id, (2, last), (1, small)), 400, "InvalidPartOrder");
        S3Scene.Refused(Complete(id, (1, last)), 400, "InvalidPart");
        S3Scene.Refused(Complete(id, (3, last)), 400, "InvalidPart");
        S3Scene.Refused(Complete(id), 400, "MalformedXML");
        S3Scene.Refused(_s3.Call("PUT", $"/acme-audit/big?partNumber=10001&uploadId={id}", "x"), 400, "InvalidArgument");
        S3Scene.Refused(_s3.Call("PUT", $"/acme-audit/other?partNumber=1&uploadId={id}", "x"), 404, "NoSuchUpload");
        Assert.Equal(200, Complete(id, (1, small)).Status);
    }

    [Fact]
    public void A_part_may_be_a_copy_of_a_range()
    {
        _s3.Put("source", "0123456789");
        var id = Begin();

        var copied = _s3.Call("PUT", $"/acme-audit/big?partNumber=1&uploadId={id}", headers: [("x-amz-copy-source", "acme-audit/source"), ("x-amz-copy-source-range", "bytes=2-4")]);
        Complete(id, (1, S3Scene.Xml(copied).Element("ETag")!.Value));
        Assert.Equal("234", S3Scene.Text(_s3.Get("big")));
    }

    private string Begin(params (string Name, string Value)[] headers) =>
        S3Scene.Xml(_s3.Call("POST", "/acme-audit/big?uploads", headers: headers)).Element("UploadId")!.Value;

    private string Part(string id, int number, string content) =>
        S3Scene.Header(_s3.Call("PUT", $"/acme-audit/big?partNumber={number}&uploadId={id}", content), "ETag")!;

    private HttpResponse Complete(string id, params (int Number, string ETag)[] parts) => _s3.Call(
        "POST",
        $"/acme-audit/big?uploadId={id}",
        $"<CompleteMultipartUpload>{string.Concat(parts.Select(part => $"<Part><ETag>{part.ETag}</ETag><PartNumber>{part.Number}</PartNumber></Part>"))}</CompleteMultipartUpload>");
}
