using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails;

public sealed class TrailSettingTests
{
    // Of a trail, its name is who it is, and its tags are changed by calls of their own.
    private static readonly string[] NoSettings = [nameof(TrailSettings.Name), nameof(TrailSettings.Tags)];

    public static TheoryData<string> Names => [.. TrailSetting.All.Select(setting => setting.Name)];

    [Fact]
    public void The_table_has_every_setting_once() => Assert.Equal(
        typeof(TrailSettings).GetProperties().Select(property => property.Name).Except(NoSettings).Order(),
        TrailSetting.All.Select(setting => setting.Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_reads_and_writes_its_own_property_alone(string name)
    {
        var setting = Row(name);
        var value = setting.Type == typeof(bool) ? (object)true : "text";

        var settings = setting.With(new(), value);

        Assert.Equal(value, typeof(TrailSettings).GetProperty(name)!.GetValue(settings));
        Assert.Equal(value, setting.Of(settings));
        Assert.Equal(new(), setting.With(settings, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trail_shows_it_under_the_name_of_the_answer(string name)
    {
        var setting = Row(name);
        var value = setting.Type == typeof(bool) ? (object)true : "text";
        var trail = new Trail { Name = "acme", TrailARN = "", HomeRegion = "us-east-1", Settings = setting.With(new(), value) };

        Assert.Equal(value, typeof(Trail).GetProperty(setting.AnswerName)!.GetValue(trail));
    }

    [Fact]
    public void What_is_sent_together_names_each_other() => Assert.All(
        TrailSetting.All.Where(setting => setting.SentWith is not null), setting => Assert.Equal(setting.Name, Row(setting.SentWith!).SentWith));

    [Fact]
    public void Changes_lie_on_top_and_leave_the_rest()
    {
        var settings = new TrailSettings { Name = "acme", S3BucketName = "acme-audit", KmsKeyId = "key", RecursiveLogging = true }.With(new() { KmsKeyId = "", RecursiveLogging = false });

        Assert.Equal(new TrailSettings { Name = "acme", S3BucketName = "acme-audit", KmsKeyId = "", RecursiveLogging = false }, settings);
        Assert.Equal(new TrailSettings { Name = "acme", S3BucketName = "acme-audit", RecursiveLogging = false }, settings.WithoutRemovals());
    }

    [Fact]
    public void The_safe_side_is_for_what_is_not_said_alone() => Assert.Equal(
        new TrailSettings { IsMultiRegionTrail = false, IsOrganizationTrail = true, EnableLogFileValidation = true },
        new TrailSettings { IsMultiRegionTrail = false }.OnTheSafeSide());

    private static TrailSetting Row(string name) => TrailSetting.All.Single(setting => setting.Name == name);
}
