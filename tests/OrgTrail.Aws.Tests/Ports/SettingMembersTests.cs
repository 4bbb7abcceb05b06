using Amazon.CloudTrail.Model;
using OrgTrail.Aws.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class SettingMembersTests
{
    // Each setting another value, so that two that are mixed up are found out.
    private static readonly TrailSettings All = TrailSetting.All.Aggregate(
        new TrailSettings(), (settings, setting) => setting.With(settings, setting.Type == typeof(bool) ? true : setting.Name));

    public static TheoryData<string> Names => [.. TrailSetting.All.Select(setting => setting.Name)];

    [Fact]
    public void Every_setting_is_sent_to_create_and_to_update_under_its_name()
    {
        Assert.All(TrailSetting.All, setting => Assert.Equal(setting.Of(All), Member(TrailMessages.Create(All), setting.Name)));
        Assert.All(TrailSetting.All, setting => Assert.Equal(setting.Of(All), Member(TrailMessages.Update("acme", All), setting.Name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_is_read_from_each_answer(string name)
    {
        var setting = TrailSetting.All.Single(setting => setting.Name == name);
        var value = setting.Of(All);
        var (created, updated, shown) = (new CreateTrailResponse { TrailARN = "" }, new UpdateTrailResponse { TrailARN = "" }, new Amazon.CloudTrail.Model.Trail { TrailARN = "" });
        foreach (var answer in (object[])[created, updated, shown]) answer.GetType().GetProperty(setting.AnswerName)!.SetValue(answer, value);

        Assert.Equal(setting.With(new(), value), TrailMessages.ToTrail(created, "us-east-1").Settings);
        Assert.Equal(setting.With(new(), value), TrailMessages.ToTrail(updated, "us-east-1").Settings);
        Assert.Equal(setting.With(new(), value), TrailMessages.ToTrail(shown, "us-east-1").Settings);
    }

    [Fact]
    public void What_an_older_SDK_lacks_is_unknown_and_refused_when_it_is_asked_for()
    {
        var members = new SettingMembers<OldTrail>(setting => setting.Name);

        Assert.Equal("key", members.Write(new() { KmsKeyId = "key" }, new()).KmsKeyId);
        Assert.Equal(new TrailSettings { KmsKeyId = "key" }, members.Read(new() { KmsKeyId = "key" }));
        Assert.Contains("-RecursiveLogging", Assert.Throws<OrgTrailException>(() => members.Write(new() { RecursiveLogging = false }, new())).Problem.Advice, StringComparison.Ordinal);
    }

    private static object? Member(object request, string name) => request.GetType().GetProperty(name)!.GetValue(request);

    private sealed class OldTrail
    {
        public string? KmsKeyId { get; set; }
    }
}
