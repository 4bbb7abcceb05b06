using OrgTrail.Buckets;

namespace OrgTrail.Core.Tests.Buckets;

public sealed class DenyInsecureTransportTests
{
    private const string Both = "[\"arn:aws:s3:::acme-audit\",\"arn:aws:s3:::acme-audit/*\"]";
    private const string WithoutTls = """{"Bool":{"aws:SecureTransport":"false"}}""";

    [Theory]
    [InlineData("what we write", true, "\"*\"", "\"s3:*\"", Both, WithoutTls)]
    [InlineData("anybody by another name", true, """{"AWS":"*"}""", "\"*\"", Both, """{"BoolIfExists":{"AWS:securetransport":["False"]}}""")]
    [InlineData("one pattern for bucket and objects", true, "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::acme-audit*\"", WithoutTls)]
    [InlineData("objects only", false, "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::acme-audit/*\"", WithoutTls)]
    [InlineData("the bucket only", false, "\"*\"", "\"s3:*\"", "\"arn:aws:s3:::acme-audit\"", WithoutTls)]
    [InlineData("some objects", false, "\"*\"", "\"s3:*\"", "[\"arn:aws:s3:::acme-audit\",\"arn:aws:s3:::acme-audit/AWSLogs/*\"]", WithoutTls)]
    [InlineData("uploads only", false, "\"*\"", "\"s3:PutObject\"", Both, WithoutTls)]
    [InlineData("one account only", false, """{"AWS":"111111111111"}""", "\"s3:*\"", Both, WithoutTls)]
    [InlineData("with TLS", false, "\"*\"", "\"s3:*\"", Both, """{"Bool":{"aws:SecureTransport":"true"}}""")]
    [InlineData("a further condition", false, "\"*\"", "\"s3:*\"", Both, """{"Bool":{"aws:SecureTransport":"false","aws:PrincipalIsAWSService":"false"}}""")]
    public void A_policy_is_known_by_what_it_refuses(string when, bool expected, string principal, string action, string resource, string condition)
    {
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{{principal}},"Action":{{action}},"Resource":{{resource}},"Condition":{{condition}}}]}""";

        Assert.Equal((when, expected), (when, DenyInsecureTransport.IsIn(policy, Bare.Arn)));
        Assert.Equal(!expected, DenyInsecureTransport.Merge(policy, Bare.Arn).Changed);
    }

    [Fact]
    public void Two_statements_do_as_well_as_one()
    {
        const string Policy = """{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::acme-audit","Condition":{"Bool":{"aws:SecureTransport":false}}},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::acme-audit/*","Condition":{"Bool":{"aws:SecureTransport":false}}}]}""";

        Assert.True(DenyInsecureTransport.IsIn(Policy, Bare.Arn));
    }

    [Fact]
    public void No_policy_refuses_nothing() => Assert.False(DenyInsecureTransport.IsIn(null, Bare.Arn));

    [Fact]
    public void The_statement_reads_as_AWS_publishes_it()
    {
        var merged = DenyInsecureTransport.Merge(" ", Bare.Arn);

        Assert.Equal(["add statement DenyInsecureTransport"], merged.Changes);
        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DenyInsecureTransport",
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": "s3:*",
                  "Resource": [
                    "arn:aws:s3:::acme-audit",
                    "arn:aws:s3:::acme-audit/*"
                  ],
                  "Condition": {
                    "Bool": {
                      "aws:SecureTransport": "false"
                    }
                  }
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            merged.Policy);
    }
}
