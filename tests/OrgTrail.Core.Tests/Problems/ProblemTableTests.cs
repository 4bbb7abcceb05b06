using OrgTrail.Problems;

namespace OrgTrail.Core.Tests.Problems;

public sealed class ProblemTableTests
{
    private static readonly string[] Services = ["CloudTrail", "Organizations", "S3", "KMS", "STS"];

    [Fact]
    public void Every_row_is_reachable_by_each_of_its_codes()
    {
        foreach (var service in Services)
            foreach (var row in ProblemTable.Rows(service))
                foreach (var code in row.Codes.Split(' '))
                    Assert.True(
                        ReferenceEquals(row, First(service, Sample(service, row, code))) || BelongsToTheServiceItself(service, row, code),
                        $"{service} {code} {row.Reason} {row.Says}: an earlier row stands before {row.Id}");
    }

    [Fact]
    public void No_two_rows_of_a_service_have_the_same_cause()
    {
        foreach (var service in Services)
        {
            var causes = ProblemTable.Rows(service)
                .Where(row => !CredentialRows.All.Concat(CommonRows.All).Contains(row) || service == "STS")
                .SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Reason, row.Says, row.Operation)))
                .ToList();
            Assert.Equal(causes.Distinct().Count(), causes.Count);
        }
    }

    [Fact]
    public void Ids_are_single_words_in_Pascal_case_and_of_one_kind_each()
    {
        var rows = Services.SelectMany(ProblemTable.Rows).Distinct().ToList();
        Assert.All(rows, row => Assert.Matches("^[A-Z][A-Za-z0-9]+$", row.Id));
        Assert.All(rows.GroupBy(row => row.Id), same => Assert.Single(same.Select(row => row.Kind).Distinct()));
    }

    [Fact]
    public void What_and_advice_are_whole_sentences()
    {
        foreach (var row in Services.SelectMany(ProblemTable.Rows).Distinct())
        {
            Assert.True(row.What.EndsWith('.'), row.What);
            Assert.True(row.Advice.EndsWith('.') || row.Advice.Contains(": aws ", StringComparison.Ordinal), row.Advice);
            Assert.True(char.IsUpper(row.What[0]) || row.What[0] == '{', row.What);
        }
    }

    [Fact]
    public void A_problem_keeps_the_words_of_AWS_the_code_and_the_request_id()
    {
        var problem = ProblemTable.For(new ServiceFault("CloudTrail", "CreateTrail", ServiceFaultKind.Refused)
        {
            Code = "InsufficientS3BucketPolicyException",
            Message = "Incorrect S3 bucket policy is detected for bucket: acme-audit",
            RequestId = "r-1",
            StatusCode = 400,
        });

        Assert.Equal("InsufficientBucketPolicy", problem.Id);
        Assert.Equal("InsufficientS3BucketPolicyException", problem.ErrorCode);
        Assert.Equal("r-1", problem.RequestId);
        Assert.Equal(
            "The bucket's policy does not let CloudTrail deliver for this trail. CloudTrail answered CreateTrail with InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: acme-audit",
            problem.ToString());
        Assert.Contains("Test-OrgTrailBucketPolicy", problem.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, ProblemKind.ServiceFailed, "ServiceRefused")]
    [InlineData(403, ProblemKind.PermissionDenied, "ServiceRefused")]
    [InlineData(404, ProblemKind.NotFound, "ServiceRefused")]
    [InlineData(409, ProblemKind.Conflict, "ServiceRefused")]
    [InlineData(429, ProblemKind.Throttled, "Throttled")]
    [InlineData(503, ProblemKind.ServiceFailed, "ServiceFailed")]
    public void An_unknown_code_is_judged_by_its_HTTP_status(int status, ProblemKind kind, string id)
    {
        var problem = ProblemTable.For(new ServiceFault("CloudTrail", "GetTrail", ServiceFaultKind.Refused)
        {
            Code = "BrandNewException",
            Message = "Something new.",
            StatusCode = status,
        });

        Assert.Equal((id, kind, "BrandNewException"), (problem.Id, problem.Kind, problem.ErrorCode));
        Assert.Equal("CloudTrail answered GetTrail with BrandNewException: Something new.", problem.Why);
    }

    [Theory]
    [InlineData(ServiceFaultKind.Unreachable, "ConnectionFailed", ProblemKind.ConnectionFailed)]
    [InlineData(ServiceFaultKind.TimedOut, "TimedOut", ProblemKind.TimedOut)]
    [InlineData(ServiceFaultKind.Unreadable, "ServiceFailed", ProblemKind.ServiceFailed)]
    public void A_request_that_no_service_answered_is_named_after_what_became_of_it(object fault, string id, ProblemKind kind)
    {
        var problem = ProblemTable.For(new ServiceFault("S3", "GetBucketPolicy", (ServiceFaultKind)fault) { Message = "words" });

        Assert.Equal((id, kind, "words"), (problem.Id, problem.Kind, problem.Why));
        Assert.Contains("GetBucketPolicy", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_page_is_not_repeated()
    {
        var problem = ProblemTable.For(new ServiceFault("STS", "GetCallerIdentity", ServiceFaultKind.Refused) { Message = new string('-', 5000), StatusCode = 502 });
        Assert.InRange(problem.Why!.Length, 600, 700);
        Assert.EndsWith("…", problem.Why, StringComparison.Ordinal);
    }

    private static ProblemRow? First(string service, ServiceFault fault) => ProblemTable.Rows(service).FirstOrDefault(row => row.Covers(fault));

    private static ServiceFault Sample(string service, ProblemRow row, string code) =>
        new(service, row.Operation ?? "Operation", ServiceFaultKind.Refused)
        {
            Code = code.Replace("*", "NotFound", StringComparison.Ordinal) + "Exception",
            Reason = row.Reason?.Replace("*", "ANY", StringComparison.Ordinal),
            Message = row.Says,
        };

    /// <summary>A shared code may mean something else to one service: there its own row stands before the shared one.</summary>
    private static bool BelongsToTheServiceItself(string service, ProblemRow row, string code) =>
        CredentialRows.All.Concat(CommonRows.All).Contains(row)
        && First(service, Sample(service, row, code)) is { } own
        && !CredentialRows.All.Concat(CommonRows.All).Contains(own);
}
