using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

/// <summary>A trail that records data events of its own bucket pays for each delivery again and again.</summary>
public sealed class OwnDeliveriesTests
{
    private const string Objects = "{'Field':'eventCategory','Equals':['Data']},{'Field':'resources.type','Equals':['AWS::S3::Object']}";

    [Theory]
    [InlineData("")]
    [InlineData("{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::acme']}")]
    [InlineData("{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::other/','arn:aws:s3:::acme-audit/']}")]
    [InlineData("{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::acme-audit/logs/AWSLogs/o-acme/111111111111/']}")]
    [InlineData("{'Field':'resources.ARN','EndsWith':['.gz']}")]
    [InlineData("{'Field':'resources.ARN','NotEquals':['arn:aws:s3:::acme-audit/*']}")]
    [InlineData("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::acme-audit-2/']}")]
    [InlineData("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::acme-audit/logs/AWSLogs/o-acme/222222222222/']}")]
    [InlineData("{'Field':'readOnly','Equals':['false']}")]
    [InlineData("{'Field':'eventName','StartsWith':['Put','Delete']}")]
    [InlineData("{'Field':'eventName','NotEquals':['GetObject']}")]
    [InlineData("{'Field':'userIdentity.arn','NotEquals':['arn:aws:iam::111111111111:role/backup']}")]
    public void Advanced_selectors_that_take_them_in_are_told(string condition) => Assert.True(AreRecorded(condition));

    [Theory]
    [InlineData("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::acme-audit/']}")]
    [InlineData("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::other/','arn:aws:s3:::acme-audit']}")]
    [InlineData("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::acme-audit/logs/']}")]
    [InlineData("{'Field':'resources.ARN','NotEndsWith':['.json.gz']}")]
    [InlineData("{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::acme-ledger/']}")]
    [InlineData("{'Field':'resources.ARN','Equals':['arn:aws:s3:::acme-audit/report.csv']}")]
    [InlineData("{'Field':'readOnly','Equals':['true']}")]
    [InlineData("{'Field':'eventName','Equals':['DeleteObject']}")]
    [InlineData("{'Field':'eventName','NotStartsWith':['Put']}")]
    [InlineData("{'Field':'userIdentity.arn','StartsWith':['arn:aws:iam::111111111111:']}")]
    public void Advanced_selectors_that_leave_them_out_are_not(string condition) => Assert.False(AreRecorded(condition));

    [Theory]
    [InlineData("All", "arn:aws:s3", true)]
    [InlineData("WriteOnly", "arn:aws:s3:::", true)]
    [InlineData("All", "arn:aws:s3:::acme-audit/", true)]
    [InlineData("All", "arn:aws:s3:::acme-audit/logs/AWSLogs/o-acme/", true)]
    [InlineData("ReadOnly", "arn:aws:s3:::acme-audit/", false)]
    [InlineData("All", "arn:aws:s3:::acme-ledger/", false)]
    [InlineData("All", "arn:aws:s3:::acme-audit/reports/", false)]
    public void Basic_selectors_are_told_by_their_resources(string readWrite, string value, bool recorded)
    {
        var selectors = EventSelectorReader.Read([$$"""{"ReadWriteType":"{{readWrite}}","DataResources":[{"Type":"AWS::S3::Object","Values":["{{value}}"]}]}"""], []);

        Assert.Equal(recorded, OwnDeliveries.AreRecorded(TrailWith(recursive: null), selectors));
    }

    [Fact]
    public void Management_events_and_data_events_of_others_are_no_deliveries()
    {
        Assert.False(OwnDeliveries.AreRecorded(TrailWith(recursive: null), EventSelectors.Default));
        Assert.False(OwnDeliveries.AreRecorded(TrailWith(recursive: null), Read("{'Field':'eventCategory','Equals':['Data']},{'Field':'resources.type','Equals':['AWS::Lambda::Function']}")));
    }

    [Fact]
    public void With_recursive_logging_off_there_is_no_loop()
    {
        Assert.False(OwnDeliveries.AreRecorded(TrailWith(recursive: false), Read(Objects)));
        Assert.True(OwnDeliveries.AreRecorded(TrailWith(recursive: true), Read(Objects)));
    }

    [Fact]
    public void The_warning_has_both_cures()
    {
        var warning = OwnDeliveries.Warning(TrailWith(recursive: null));

        Assert.Contains("NotStartsWith arn:aws:s3:::acme-audit/", warning, StringComparison.Ordinal);
        Assert.Contains("Set-OrgTrail -Trail arn:aws:cloudtrail:us-east-1:111111111111:trail/acme -RecursiveLogging $false", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotEquals", "arn:aws:s3:::acme-audit/*", "Use NotStartsWith 'arn:aws:s3:::acme-audit/'.")]
    [InlineData("NotStartsWith", "*.gz", "Use NotEndsWith '.gz'.")]
    [InlineData("NotEndsWith", "a*b", "Use NotStartsWith or NotEndsWith.")]
    public void An_exclusion_with_a_wildcard_is_taken_and_said_to_leave_nothing_out(string name, string value, string advice)
    {
        var selectors = Read($"{Objects},{{'Field':'resources.ARN','{name}':['{value}']}}");

        Assert.Empty(EventSelectorRules.Faults(selectors));
        var remark = EventSelectorRules.Remarks(TrailWith(recursive: false), selectors).Single();
        Assert.Contains("leaves nothing out", remark, StringComparison.Ordinal);
        Assert.EndsWith(advice, remark, StringComparison.Ordinal);
    }

    private static bool AreRecorded(string condition) =>
        OwnDeliveries.AreRecorded(TrailWith(recursive: null), Read(condition.Length == 0 ? Objects : $"{Objects},{condition}"));

    private static EventSelectors Read(string fields) =>
        EventSelectorReader.Read([], [$"{{'FieldSelectors':[{fields}]}}".Replace('\'', '"')]);

    private static Trail TrailWith(bool? recursive) => new()
    {
        Name = "acme",
        TrailARN = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme",
        HomeRegion = "us-east-1",
        S3BucketName = "acme-audit",
        S3KeyPrefix = "logs",
        RecursiveLogging = recursive,
    };
}
