using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Operations.Selectors;

public sealed class SelectorChangesTests
{
    private const string Management = """{"Name":"Management events selector","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}""";

    private const string ManagementReads = """{"Name":"Management events selector","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["true"]}]}""";

    private const string Writes = """{"Name":"writes","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]},{"Field":"eventName","Equals":["PutObject","DeleteObject"]}]}""";

    /// <summary>Pairs that mean the same: live and wanted.</summary>
    public static TheoryData<EventSelectors, EventSelectors> Same => new()
    {
        { Basic("{}"), Advanced(Management) },
        { Advanced(Management), Basic("{}") },
        { new(), Basic("{}") },
        { new(), Advanced(Management) },
        { Basic("{}", "{}"), Basic("{}") },
        { Advanced(Management, Writes), Advanced(Writes, Management) },
        { Advanced(Writes), Advanced("""{"FieldSelectors":[{"Field":"eventName","Equals":["DeleteObject","PutObject","PutObject"]},{"Field":"resources.type","Equals":"AWS::S3::Object"},{"Field":"eventCategory","Equals":"Data","NotEquals":[]}],"Name":"writes"}""") },
        { Basic(Objects("arn:aws:s3:::a/", "arn:aws:s3:::b/")), Basic(Objects("arn:aws:s3:::b/", "arn:aws:s3:::a/")) },
        {
            Basic("""{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::a/"]},{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::b/"]}]}"""),
            Basic(Objects("arn:aws:s3:::b/", "arn:aws:s3:::a/"))
        },
    };

    /// <summary>Live, wanted, and the differences.</summary>
    public static TheoryData<EventSelectors, EventSelectors, string[]> Different => new()
    {
        { Advanced(Management), Advanced(Management, Writes), ["add 'writes': eventCategory Equals Data; resources.type Equals AWS::S3::Object; eventName Equals PutObject, DeleteObject"] },
        { Advanced(Management, Writes), Advanced(Management), ["remove 'writes': eventCategory Equals Data; resources.type Equals AWS::S3::Object; eventName Equals PutObject, DeleteObject"] },
        { Advanced(Writes), Advanced(Writes.Replace("PutObject", "CopyObject", StringComparison.Ordinal)), ["update 'writes': eventName Equals gains CopyObject and loses PutObject"] },
        { Advanced(Writes), Advanced(Writes.Replace("\"Equals\":[\"PutO", "\"NotEquals\":[\"PutO", StringComparison.Ordinal)), ["update 'writes': eventName Equals loses PutObject, DeleteObject; eventName NotEquals gains PutObject, DeleteObject"] },
        { Basic("{}"), Basic("""{"ReadWriteType":"WriteOnly"}"""), ["add WriteOnly: management events", "remove All: management events"] },
        { new(), Basic("""{"ReadWriteType":"WriteOnly"}"""), ["add WriteOnly: management events", "remove 'Management events selector': eventCategory Equals Management"] },
        { Basic("{}"), Advanced(ManagementReads), ["add 'Management events selector': eventCategory Equals Management; readOnly Equals true", "remove All: management events"] },
        { Basic("""{"ReadWriteType":"WriteOnly"}"""), Basic("{}"), ["add All: management events", "remove WriteOnly: management events"] },
        { Advanced(Management), Advanced(Management.Replace("Management events selector", "all", StringComparison.Ordinal)), ["add 'all': eventCategory Equals Management", "remove 'Management events selector': eventCategory Equals Management"] },
        { Basic(Objects("arn:aws:s3:::a/")), Basic(Objects("arn:aws:s3:::b/")), ["add All: management events; data events of AWS::S3::Object arn:aws:s3:::b/", "remove All: management events; data events of AWS::S3::Object arn:aws:s3:::a/"] },
        { Basic("""{"ExcludeManagementEventSources":["kms.amazonaws.com"]}"""), Basic("{}"), ["add All: management events", "remove All: management events without kms.amazonaws.com"] },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Order_and_form_are_no_difference(EventSelectors live, EventSelectors wanted)
    {
        var changes = SelectorChanges.Between(live, wanted);

        Assert.True(changes.IsEmpty);
        Assert.Empty(changes.Lost);
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Differences_are_told_one_by_one(EventSelectors live, EventSelectors wanted, string[] texts) =>
        Assert.Equal(texts, SelectorChanges.Between(live, wanted).Texts);

    [Fact]
    public void Of_many_values_the_first_are_told()
    {
        var names = string.Join(',', Enumerable.Range(0, 40).Select(n => $"\"n{n}\""));

        Assert.EndsWith(
            "eventName Equals n0, n1, n2, n3, n4, n5 and 34 more",
            Assert.Single(SelectorChanges.Between(Advanced(Management), Advanced(Management, Writes.Replace("\"PutObject\",\"DeleteObject\"", names, StringComparison.Ordinal))).Texts),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Management_events_that_stop_are_told() =>
        Assert.Equal(["management events"], SelectorChanges.Between(Advanced(Management, Writes), Advanced(Writes)).Lost);

    [Fact]
    public void Insights_without_categories_are_those_of_management_events()
    {
        Assert.True(Insights("ApiCallRateInsight", """{"InsightType":"ApiCallRateInsight","EventCategories":["Management"]}""").IsEmpty);
        Assert.True(Insights("""{"InsightType":"ApiCallRateInsight","EventCategories":["Data","Management"]}""", """{"InsightType":"ApiCallRateInsight","EventCategories":["Management","Data"]}""").IsEmpty);
        Assert.Equal(
            ["add ApiErrorRateInsight of Management events", "remove ApiCallRateInsight of Management events"],
            Insights("ApiCallRateInsight", "ApiErrorRateInsight").Texts);
    }

    private static InsightChanges Insights(string live, string wanted) =>
        InsightChanges.Between(InsightSelectorReader.Read([live]), InsightSelectorReader.Read([wanted]));

    private static EventSelectors Basic(params string[] json) => EventSelectorReader.Read(json, []);

    private static EventSelectors Advanced(params string[] json) => EventSelectorReader.Read([], json);

    private static string Objects(params string[] values) =>
        $$"""{"DataResources":[{"Type":"AWS::S3::Object","Values":[{{string.Join(',', values.Select(value => $"\"{value}\""))}}]}]}""";
}
