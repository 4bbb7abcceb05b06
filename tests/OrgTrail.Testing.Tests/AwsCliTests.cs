namespace OrgTrail.Testing.Tests;

/// <summary>Commands that share a process show what commands of a process of their own show, and nothing of each other.</summary>
public sealed class AwsCliTests : IDisposable
{
    private readonly ScriptedAws _aws = ScriptedAws.WithOrganization();

    public static TheoryData<bool> Ways { get; } = [true, false];

    public void Dispose() => _aws.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_answer_is_read_from_the_output(bool ownProcess)
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        Assert.Equal("111111111111", Cli(ownProcess).Run("sts", "get-caller-identity").Json.GetProperty("Account").GetString());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_refusal_and_a_wrong_command_are_told_on_standard_error(bool ownProcess)
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        var refused = Cli(ownProcess).Run("cloudtrail", "get-trail", "--name", "nobodys");
        Assert.False(refused.Succeeded);
        Assert.Contains("GetTrail", refused.Error, StringComparison.Ordinal);

        var wrong = Cli(ownProcess).Run("cloudtrail", "no-such-command");
        Assert.False(wrong.Succeeded);
        Assert.StartsWith("usage:", wrong.Error.TrimStart(), StringComparison.Ordinal);
        Assert.Empty(wrong.Text);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Each_command_has_its_own_keys_and_Region(bool ownProcess)
    {
        Assert.SkipUnless(AwsCli.Available, AwsCli.MissingBecause);

        Cli(ownProcess, "eu-west-1", "222222222222").Run("cloudtrail", "list-trails");
        Cli(ownProcess).Run("cloudtrail", "list-trails");

        Assert.Equal(
            [("eu-west-1", "222222222222"), ("us-east-1", ThrowawayEnvironment.AccessKey)],
            _aws.Calls.Select(call => (call.Region, call.AccessKey)));
    }

    private AwsCli Cli(bool ownProcess, string region = "us-east-1", string accessKey = ThrowawayEnvironment.AccessKey) =>
        new(_aws.Endpoint, region, accessKey, ownProcess);
}
