using OrgTrail.Deployments;

namespace OrgTrail.Core.Tests.Deployments.Specification;

public sealed class SpecificationReaderTests
{
    private const string Group = "arn:aws:logs:us-east-1:111111111111:log-group:trails:*";

    public static TheoryData<string, string, object?> Faults => new()
    {
        { "UnknownSetting", "Bucket", "acme-audit" },
        { "UnknownSetting", "IsOrganizationTrail", true },
        { "WrongSetting", "HomeRegion", 1L },
        { "WrongSetting", "CreateBucket", "true" },
        { "WrongSetting", "RecursiveLogging", "false" },
        { "WrongSetting", "ObjectLockDays", "30" },
        { "WrongSetting", "ObjectLockDays", 1.5 },
        { "WrongSetting", "ObjectLockDays", long.MaxValue },
        { "WrongSetting", "Tag", "security" },
        { "WrongSetting", "Tag", new Dictionary<string, object?> { ["Team"] = true } },
        { "WrongSetting", "Tag", new Dictionary<string, object?> { ["Team"] = null } },
        { "WrongSetting", "DelegatedAdministrator", 222222222222L },
        { "WrongSetting", "DelegatedAdministrator", new object?[] { "222222222222", null } },
        { "InvalidAccountId", "DelegatedAdministrator", "12" },
        { "TooManyDelegatedAdministrators", "DelegatedAdministrator", new object?[] { "222222222222", "333333333333", "444444444444", "555555555555" } },
        { "InvalidRegion", "HomeRegion", "mars-1" },
        { "InvalidRegion", "BucketRegion", "" },
        { "InvalidS3KeyPrefix", "S3KeyPrefix", "trails/" },
        { "RegionInOtherPartition", "KmsKeyId", "arn:aws-cn:kms:cn-north-1:111111111111:key/1" },
        { "IncompleteCloudWatchLogs", "CloudWatchLogsLogGroupArn", Group },
        { "InvalidParameterCombination", "IncludeGlobalServiceEvents", false },
        { "ContradictorySettings", "ArchiveAfterDays", 90L },
        { "ContradictorySettings", "AccessLogBucket", "acme-logs" },
        { "InvalidEventSelectors", "EventSelector", Array.Empty<object?>() },
        { "InvalidEventSelectors", "AdvancedEventSelector", new Dictionary<string, object?> { ["Nmae"] = "x" } },
        { "InvalidInsightSelectors", "InsightSelector", "ApiRateInsight" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_advice(string id, string name, object? value)
    {
        var settings = Good();
        settings["BucketRegion"] = "us-east-1";
        settings[name] = value;

        var problem = Assert.Throws<OrgTrailException>(() => SpecificationReader.Read(settings)).Problem;

        Assert.Equal(id, problem.Id);
        Assert.Equal(ProblemKind.InvalidInput, problem.Kind);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public void What_is_not_said_is_the_safe_side()
    {
        var wanted = SpecificationReader.Read(Good());

        Assert.True(wanted is { IsMultiRegionTrail: true, EnableLogFileValidation: true, EnableTrustedAccess: true, CreateBucket: false });
        Assert.True(wanted.Settings is { IsOrganizationTrail: true, IncludeGlobalServiceEvents: true, RecursiveLogging: null, KmsKeyId: null, S3KeyPrefix: null });
        Assert.Null(wanted.EventSelectors);
        Assert.Null(wanted.InsightSelectors);
        Assert.Null(wanted.Tags);
    }

    [Fact]
    public void Names_have_no_case_and_nothing_counts_as_not_given()
    {
        var wanted = SpecificationReader.Read(new Dictionary<string, object?> { ["NAME"] = "acme", ["s3bucketname"] = "acme-audit", ["KmsKeyId"] = null });

        Assert.Equal("acme", wanted.Name);
        Assert.Null(wanted.KmsKeyId);
    }

    [Fact]
    public void A_setting_in_two_cases_is_refused() => Assert.Equal("DuplicateSetting", ProblemOf(("name", "other")).Id);

    [Fact]
    public void Everything_is_said_at_once()
    {
        var what = ProblemOf(
            ("Name", "a"), ("S3BucketName", "UPPER"), ("KmsKey", "alias/audit"), ("Tag", 1L), ("CloudWatchLogsLogGroupArn", Group),
            ("ObjectLockDays", 1L), ("DelegatedAdministrator", "1"), ("EventSelector", new Dictionary<string, object?> { ["Type"] = "All" }),
            ("InsightSelector", new Dictionary<string, object?>())).What;

        Assert.All(
            ["KmsKey", "Tag is the number 1", "Trail name 'a'", "Bucket name 'UPPER'", "without the role", "not that it is to be set up", "Account id '1'", "EventSelector[0]", "InsightType"],
            part => Assert.Contains(part, what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("KmsKey", "KmsKeyId")]
    [InlineData("S3Bucket", "S3BucketName")]
    [InlineData("IsMultiRegion", "IsMultiRegionTrail")]
    [InlineData("Tags", "Tag")]
    [InlineData("HomeRegoin", "HomeRegion")]
    public void An_unknown_name_brings_the_one_that_may_be_meant(string written, string meant) =>
        Assert.Contains($"'{meant}'", ProblemOf((written, "x")).Advice, StringComparison.Ordinal);

    [Fact]
    public void Settings_of_a_bucket_that_is_set_up_have_their_rules_all_at_once()
    {
        var what = ProblemOf(
            ("CreateBucket", true), ("ObjectLockMode", "FOREVER"), ("ObjectLockDays", 1L), ("ObjectLockYears", 1L), ("ArchiveAfterDays", 0L), ("AccessLogPrefix", "x")).What;

        Assert.All(["FOREVER", "in days and in years", "-ArchiveAfterDays is 0", "without their bucket"], part => Assert.Contains(part, what, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_reach_their_places()
    {
        var wanted = SpecificationReader.Read(new Dictionary<string, object?>(Good())
        {
            ["CreateBucket"] = true,
            ["ObjectLockMode"] = "governance",
            ["ObjectLockDays"] = 30L,
            ["Tag"] = new Dictionary<string, object?> { ["Team"] = "security", ["CostCenter"] = 42L },
            ["DelegatedAdministrator"] = "222222222222",
            ["InsightSelector"] = new object?[] { "ApiCallRateInsight", new Dictionary<string, object?> { ["InsightType"] = "ApiErrorRateInsight" } },
            ["KmsKeyId"] = "",
            ["RecursiveLogging"] = false,
        });

        Assert.Equal(new("GOVERNANCE", 30, null), wanted.Bucket.ObjectLock);
        Assert.Equal("42", wanted.Tags!["CostCenter"]);
        Assert.Equal(["222222222222"], wanted.DelegatedAdministrators);
        Assert.Equal(2, wanted.InsightSelectors!.Selectors.Count);
        Assert.Equal("", wanted.KmsKeyId);
        Assert.False(wanted.Settings.RecursiveLogging);
    }

    private static Dictionary<string, object?> Good() => new() { ["Name"] = "acme", ["S3BucketName"] = "acme-audit" };

    private static Problem ProblemOf(params (string Name, object? Value)[] more)
    {
        var settings = Good();
        foreach (var (name, value) in more) settings[name] = value;
        return Assert.Throws<OrgTrailException>(() => SpecificationReader.Read(settings)).Problem;
    }
}
