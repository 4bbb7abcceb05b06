using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrgTrail.Sandbox.Tests.Services.S3;

public sealed class ObjectTests : IDisposable
{
    private readonly S3Scene _s3 = new();

    public void Dispose() => _s3.Dispose();

    [Fact]
    public void An_object_is_put_and_got_with_its_headers()
    {
        var put = _s3.Put("k", "hello", ("Content-Type", "text/plain"), ("Content-Encoding", "gzip,aws-chunked"), ("X-Amz-Meta-Signature", "abc"), ("x-amz-acl", "bucket-owner-full-control"));
        Assert.Equal((200, "\"5d41402abc4b2a76b9719d911017c592\""), (put.Status, S3Scene.Header(put, "ETag")));

        var got = _s3.Get("k");
        Assert.Equal((200, "hello"), (got.Status, S3Scene.Text(got)));
        Assert.Equal("text/plain", S3Scene.Header(got, "Content-Type"));
        Assert.Equal("gzip", S3Scene.Header(got, "Content-Encoding"));
        Assert.Equal("abc", S3Scene.Header(got, "x-amz-meta-signature"));
        Assert.Equal("AES256", S3Scene.Header(got, "x-amz-server-side-encryption"));
        Assert.Equal("Wed, 04 Mar 2026 05:06:07 GMT", S3Scene.Header(got, "Last-Modified"));
        var head = _s3.Call("HEAD", "/acme-audit/k");
        Assert.Equal((200, 0, 5L), (head.Status, head.Body.Length, head.DeclaredLength));
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd", "../../etc/passwd")]
    [InlineData("../../etc/passwd", "../../etc/passwd")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a+b%20c", "a+b c")]
    [InlineData("%C3%BC%F0%9F%98%80", "ü\U0001F600")]
    [InlineData("//a///b/", "//a///b/")]
    [InlineData("a%00%01b", "a\0\u0001b")]
    [InlineData("100%", "100%")]
    public void A_key_is_what_the_path_says_once_decoded(string path, string key)
    {
        _s3.Put(path, "x");

        Assert.Equal(key, Assert.Single(_s3.Objects.List(S3Scene.Bucket, "", "")).Key);
        Assert.Equal("x", S3Scene.Text(_s3.Get(path)));
    }

    [Fact]
    public void A_key_has_1024_bytes_at_most()
    {
        Assert.Equal(200, _s3.Put(new string('k', 1024), "").Status);
        S3Scene.Refused(_s3.Put(new string('k', 1023) + "%C3%BC", ""), 400, "KeyTooLongError");
    }

    [Fact]
    public void A_missing_object_is_refused_and_HEAD_has_no_body()
    {
        Assert.Equal("missing", S3Scene.Refused(_s3.Get("missing"), 404, "NoSuchKey").Element("Key")?.Value);

        var head = _s3.Call("HEAD", "/acme-audit/missing");
        Assert.Equal((404, 0), (head.Status, head.Body.Length));
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-99", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=5-99", "56789", "bytes 5-9/10")]
    public void A_range_is_a_part(string range, string part, string contentRange)
    {
        _s3.Put("k", "0123456789");

        var got = _s3.Get("k", ("Range", range));
        Assert.Equal((206, part, contentRange), (got.Status, S3Scene.Text(got), S3Scene.Header(got, "Content-Range")));
        Assert.Equal(part.Length, _s3.Call("HEAD", "/acme-audit/k", headers: ("Range", range)).DeclaredLength);
    }

    [Theory]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("bytes=3-1")]
    [InlineData("bytes=-")]
    [InlineData("lines=1-2")]
    public void What_is_no_single_range_is_the_whole(string range)
    {
        _s3.Put("k", "0123456789");
        Assert.Equal(200, _s3.Get("k", ("Range", range)).Status);
    }

    [Theory]
    [InlineData("bytes=10-", 10)]
    [InlineData("bytes=10-20", 10)]
    [InlineData("bytes=-0", 10)]
    [InlineData("bytes=0-", 0)]
    public void A_range_behind_the_end_is_refused(string range, int size)
    {
        _s3.Put("k", new string('x', size));
        Assert.Equal(size.ToString(CultureInfo.InvariantCulture), S3Scene.Refused(_s3.Get("k", ("Range", range)), 416, "InvalidRange").Element("ActualObjectSize")?.Value);
    }

    [Theory]
    [InlineData("If-None-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 304)]
    [InlineData("If-None-Match", "\"other\"", 200)]
    [InlineData("If-None-Match", "*", 304)]
    [InlineData("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"", 200)]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Modified-Since", "Wed, 04 Mar 2026 05:06:07 GMT", 304)]
    [InlineData("If-Modified-Since", "Wed, 04 Mar 2026 05:06:06 GMT", 200)]
    [InlineData("If-Unmodified-Since", "Wed, 04 Mar 2026 05:06:06 GMT", 412)]
    [InlineData("If-Unmodified-Since", "Wed, 04 Mar 2026 05:06:07 GMT", 200)]
    public void Conditions_of_reads(string header, string value, int status)
    {
        _s3.Put("k", "hello");
        Assert.Equal(status, _s3.Get("k", (header, value)).Status);
    }

    [Fact]
    public void Conditions_of_writes()
    {
        Assert.Equal(404, _s3.Put("k", "x", ("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"")).Status);
        Assert.Equal(200, _s3.Put("k", "hello", ("If-None-Match", "*")).Status);
        Assert.Equal(412, _s3.Put("k", "again", ("If-None-Match", "*")).Status);
        Assert.Equal(412, _s3.Put("k", "again", ("If-Match", "\"other\"")).Status);
        Assert.Equal(200, _s3.Put("k", "again", ("If-Match", "\"5d41402abc4b2a76b9719d911017c592\"")).Status);
    }

    // "123456789", the check value of every CRC catalogue.
    [Theory]
    [InlineData("crc32", "y/Q5Jg==")]
    [InlineData("crc32c", "4waSgw==")]
    [InlineData("crc64nvme", "rosUhgp5mIg=")]
    [InlineData("sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [InlineData("sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    public void Checksums_are_verified_and_given_back(string algorithm, string right)
    {
        var name = "x-amz-checksum-" + algorithm;

        Assert.Equal(right, S3Scene.Header(_s3.Put("k", "123456789", (name, right)), name));
        Assert.Equal(right, S3Scene.Header(_s3.Get("k", ("x-amz-checksum-mode", "ENABLED")), name));
        Assert.Null(S3Scene.Header(_s3.Get("k"), name));
        S3Scene.Refused(_s3.Put("k", "12345678", (name, right)), 400, "BadDigest");
    }

    [Fact]
    public void MD5_and_the_signed_hash_are_verified()
    {
        Assert.Equal(200, _s3.Put("k", "hello", ("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")).Status);
        S3Scene.Refused(_s3.Put("k", "other", ("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")), 400, "BadDigest");
        S3Scene.Refused(_s3.Put("k", "other", ("Content-MD5", "nonsense")), 400, "InvalidDigest");
        S3Scene.Refused(_s3.Put("k", "other", ("x-amz-content-sha256", Convert.ToHexString(SHA256.HashData("hello"u8)))), 400, "XAmzContentSHA256Mismatch");
        Assert.Equal("hello", S3Scene.Text(_s3.Get("k")));
    }

    [Fact]
    public void Metadata_has_2_KB_at_most() =>
        S3Scene.Refused(_s3.Put("k", "", ("x-amz-meta-a", new string('x', 2048))), 400, "MetadataTooLarge");

    [Theory]
    [InlineData("private", "AccessControlListNotSupported", 400)]
    [InlineData("public-read", "AccessControlListNotSupported", 400)]
    [InlineData("nonsense", "InvalidArgument", 400)]
    public void Only_the_owners_full_control_is_taken_as_an_ACL(string acl, string code, int status) =>
        S3Scene.Refused(_s3.Put("k", "", ("x-amz-acl", acl)), status, code);

    [Fact]
    public void An_object_asks_for_its_own_encryption()
    {
        const string id = "11111111-2222-3333-4444-555555555555";
        _s3.State.Kms.Keys.Add(new() { Arn = "arn:aws:kms:us-east-1:111111111111:key/" + id, Policy = """{"Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"}}""" });
        _s3.Put("k", "", ("x-amz-server-side-encryption", "aws:kms"), ("x-amz-server-side-encryption-aws-kms-key-id", id));

        Assert.Equal("arn:aws:kms:us-east-1:111111111111:key/" + id, S3Scene.Header(_s3.Get("k"), "x-amz-server-side-encryption-aws-kms-key-id"));
        S3Scene.Refused(_s3.Put("k", "", ("x-amz-server-side-encryption", "rot13")), 400, "InvalidEncryptionAlgorithmError");
    }

    [Fact]
    public void Headers_may_be_replaced_by_parameters()
    {
        _s3.Put("k", "", ("Content-Type", "text/plain"));
        Assert.Equal("application/json", S3Scene.Header(_s3.Call("GET", "/acme-audit/k?response-content-type=application%2Fjson"), "Content-Type"));
    }

    [Fact]
    public void Deleting_what_is_missing_succeeds()
    {
        _s3.Put("k", "");
        Assert.Equal(204, _s3.Call("DELETE", "/acme-audit/k").Status);
        Assert.Equal(204, _s3.Call("DELETE", "/acme-audit/k").Status);
        Assert.Equal(404, _s3.Get("k").Status);
    }

    [Fact]
    public void Many_are_deleted_at_once()
    {
        _s3.Put("a", "");
        _s3.Put("b%01", "");
        const string Body = "<Delete><Object><Key>a</Key></Object><Object><Key>b&#x1;</Key></Object><Object><Key>missing</Key></Object></Delete>";
        S3Scene.Refused(_s3.Call("POST", "/acme-audit?delete", Body), 400, "InvalidRequest");

        var answer = S3Scene.Text(_s3.Call("POST", "/acme-audit?delete", Body, headers: Checksum(Body)));
        Assert.Contains("<Deleted><Key>a</Key></Deleted><Deleted><Key>b&#x1;</Key></Deleted><Deleted><Key>missing</Key></Deleted>", answer, StringComparison.Ordinal);
        Assert.Empty(_s3.Objects.List(S3Scene.Bucket, "", ""));
    }

    [Theory]
    [InlineData("<Delete>")]
    [InlineData("<Delete/>")]
    [InlineData("<Other><Object><Key>a</Key></Object></Other>")]
    [InlineData("<Delete><Object/></Delete>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&e;</Key></Object></Delete>")]
    public void A_malformed_list_is_refused(string body) =>
        S3Scene.Refused(_s3.Call("POST", "/acme-audit?delete", body, headers: Checksum(body)), 400, "MalformedXML");

    [Fact]
    public void A_copy_takes_the_metadata_over_or_replaces_it()
    {
        _s3.Put("k%20k", "hello", ("x-amz-meta-a", "1"), ("Content-Type", "text/plain"));

        var copied = _s3.Put("copy", "", ("x-amz-copy-source", "/acme-audit/k%20k"));
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", S3Scene.Xml(copied).Element("ETag")?.Value);
        Assert.Equal(("1", "text/plain"), (S3Scene.Header(_s3.Get("copy"), "x-amz-meta-a"), S3Scene.Header(_s3.Get("copy"), "Content-Type")));
        _s3.Put("copy", "", ("x-amz-copy-source", "acme-audit/k%20k"), ("x-amz-metadata-directive", "REPLACE"), ("x-amz-meta-b", "2"));
        Assert.Equal((null, "2"), (S3Scene.Header(_s3.Get("copy"), "x-amz-meta-a"), S3Scene.Header(_s3.Get("copy"), "x-amz-meta-b")));
        Assert.Equal("hello", S3Scene.Text(_s3.Get("copy")));
    }

    [Fact]
    public void A_copy_that_cannot_be_is_refused()
    {
        _s3.Put("k", "hello");

        S3Scene.Refused(_s3.Put("k", "", ("x-amz-copy-source", "acme-audit/k")), 400, "InvalidRequest");
        S3Scene.Refused(_s3.Put("copy", "", ("x-amz-copy-source", "acme-audit/missing")), 404, "NoSuchKey");
        S3Scene.Refused(_s3.Put("copy", "", ("x-amz-copy-source", "no-such-bucket/k")), 404, "NoSuchBucket");
        S3Scene.Refused(_s3.Put("copy", "", ("x-amz-copy-source", "nonsense")), 400, "InvalidArgument");
        S3Scene.Refused(_s3.Put("copy", "", ("x-amz-copy-source", "acme-audit/k"), ("x-amz-copy-source-if-match", "other")), 412, "PreconditionFailed");
    }

    private static (string Name, string Value) Checksum(string body) => ("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
}
