using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

public sealed class RecordedEventsTests
{
    private static readonly RecordedEvents Everything = RecordedEvents.Of(EventSelectors.Default);

    public static TheoryData<string, string> Losses => new()
    {
        { "{}", "" },
        { """{"ReadWriteType":"ReadOnly"}""", "write management events" },
        { """{"ReadWriteType":"WriteOnly"}""", "read management events" },
        { """{"IncludeManagementEvents":false}""", "management events" },
        { """{"ExcludeManagementEventSources":["kms.amazonaws.com"]}""", "management events of kms.amazonaws.com" },
        { """{"ReadWriteType":"ReadOnly","ExcludeManagementEventSources":["kms.amazonaws.com"]}""", "write management events, read management events of kms.amazonaws.com" },
        { """[{"ReadWriteType":"ReadOnly"},{"ReadWriteType":"WriteOnly"}]""", "" },
        { """[{"ReadWriteType":"ReadOnly"},{"ReadWriteType":"WriteOnly","ExcludeManagementEventSources":["kms.amazonaws.com"]}]""", "write management events of kms.amazonaws.com" },
        { """[{"ExcludeManagementEventSources":["kms.amazonaws.com"]},{}]""", "" },
    };

    public static TheoryData<string, string> LossesOfAdvanced => new()
    {
        { """{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}""", "" },
        { """{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["true"]}]}""", "write management events" },
        { """{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["false"]}]}""", "read management events" },
        { """{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}""", "management events" },
        { """{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["rdsdata.amazonaws.com"]}]}""", "management events of rdsdata.amazonaws.com" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void What_basic_selectors_do_not_record_is_told(string json, string lost) =>
        Assert.Equal(lost, string.Join(", ", RecordedEvents.Of(EventSelectorReader.Read([json], [])).Lost(Everything)));

    [Theory]
    [MemberData(nameof(LossesOfAdvanced))]
    public void What_advanced_selectors_do_not_record_is_told(string json, string lost) =>
        Assert.Equal(lost, string.Join(", ", RecordedEvents.Of(EventSelectorReader.Read([], [json])).Lost(Everything)));

    [Theory]
    [InlineData("", "data events, network activity events")]
    [InlineData("Data", "network activity events")]
    [InlineData("NetworkActivity", "data events")]
    [InlineData("Data NetworkActivity", "")]
    public void Data_and_network_activity_events_that_are_all_given_up_are_told(string kept, string lost)
    {
        static RecordedEvents Of(string categories) => RecordedEvents.Of(EventSelectorReader.Read(
            [], [.. $"Management {categories}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(category => $$"""{"FieldSelectors":[{"Field":"eventCategory","Equals":["{{category}}"]}]}""")]));

        Assert.Equal(lost, string.Join(", ", Of(kept).Lost(Of("Data NetworkActivity"))));
    }

    [Fact]
    public void No_selectors_at_all_record_all_management_events()
    {
        var recorded = RecordedEvents.Of(new());

        Assert.True(recorded.ManagementReads && recorded.ManagementWrites && !recorded.Data);
        Assert.Empty(recorded.ExcludedSources);
    }

    [Fact]
    public void Data_events_and_excluded_sources_are_seen_in_both_forms()
    {
        var basic = RecordedEvents.Of(EventSelectorReader.Read(["""{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}],"ExcludeManagementEventSources":["kms.amazonaws.com"]}"""], []));
        var advanced = RecordedEvents.Of(EventSelectorReader.Read([], ["""{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}"""]));

        Assert.True(basic.Data && advanced.Data);
        Assert.Equal(["kms.amazonaws.com"], basic.ExcludedSources);
    }
}
