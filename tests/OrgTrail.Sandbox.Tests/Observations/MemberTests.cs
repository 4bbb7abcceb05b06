using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Tests.Observations;

/// <summary>Nothing is accepted and ignored.</summary>
public sealed class MemberTests
{
    private static readonly string[] Services = ["cloudtrail", "kms", "logs", "organizations", "iam", "sts", "sns"];

    public static TheoryData<string> Names => [.. Services];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_member_that_no_handler_knows_is_refused_by_name(string service)
    {
        using var sandbox = new ObservedSandbox();
        foreach (var operation in RequestMembers.Operations(service))
        {
            var answer = sandbox.Do(new ObservedCall { Do = $"{service} {operation}", Body = new JsonObject { ["DryRun"] = "true" } });
            Assert.Equal(501, answer.Status);
            Assert.Contains($"{operation}/DryRun", ObservedSandbox.Text(answer), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_has_every_operation_that_is_offered_and_no_other(string service)
    {
        using var sandbox = new ObservedSandbox();
        Assert.Equal(RequestMembers.Operations(service), sandbox.Operations(service).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_that_is_not_offered_says_so(string service)
    {
        using var sandbox = new ObservedSandbox();
        var answer = sandbox.Do(new ObservedCall { Do = $"{service} InventSomething" });
        Assert.Equal(501, answer.Status);
        Assert.Contains("InventSomething", ObservedSandbox.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT /acme-audit/k", "x-amz-grant-read")]
    [InlineData("PUT /acme-audit/k", "x-amz-server-side-encryption-customer-algorithm")]
    [InlineData("PUT /acme-audit/k", "x-amz-write-offset-bytes")]
    [InlineData("DELETE /acme-audit/k", "x-amz-mfa")]
    [InlineData("DELETE /acme-audit/k", "x-amz-if-match-size")]
    [InlineData("GET /acme-audit?list-type=2", "x-amz-optional-object-attributes")]
    [InlineData("PUT /acme-audit?acl", "x-amz-grant-full-control")]
    public void A_header_that_would_be_ignored_is_refused_by_name(string call, string header)
    {
        using var sandbox = new ObservedSandbox();
        var answer = sandbox.Do(new ObservedCall { Do = call, Headers = { [header] = "1" } });
        Assert.Equal(501, answer.Status);
        Assert.Contains(header, ObservedSandbox.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /acme-audit/k?partNumber=1", "partNumber")]
    [InlineData("GET /acme-audit/k?uploadId=1&max-parts=1", "max-parts")]
    [InlineData("GET /acme-audit?uploads&max-uploads=1", "max-uploads")]
    public void A_parameter_that_would_be_ignored_is_refused_by_name(string call, string parameter)
    {
        using var sandbox = new ObservedSandbox();
        var answer = sandbox.Do(new ObservedCall { Do = call });
        Assert.Equal(501, answer.Status);
        Assert.Contains(parameter, ObservedSandbox.Text(answer), StringComparison.Ordinal);
    }
}
