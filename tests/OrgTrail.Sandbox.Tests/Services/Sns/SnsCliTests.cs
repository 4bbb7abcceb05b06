namespace OrgTrail.Sandbox.Tests.Services.Sns;

public sealed class SnsCliTests() : CliTest(new())
{
    [Fact]
    public void A_topic_lives_and_dies()
    {
        var arn = Run("sns create-topic --name acme --tags Key=team,Value=audit").GetProperty("TopicArn").GetString();
        Run($"sns set-topic-attributes --topic-arn {arn} --attribute-name Policy --attribute-value", """{"Statement":[]}""");

        Assert.Equal("""{"Statement":[]}""", Run($"sns get-topic-attributes --topic-arn {arn}").GetProperty("Attributes").GetProperty("Policy").GetString());
        Assert.Equal(arn, Run("sns list-topics").GetProperty("Topics")[0].GetProperty("TopicArn").GetString());
        Assert.Equal("audit", Run($"sns list-tags-for-resource --resource-arn {arn}").GetProperty("Tags")[0].GetProperty("Value").GetString());
        Run($"sns delete-topic --topic-arn {arn}");
        Assert.Contains("(NotFound)", Refused($"sns get-topic-attributes --topic-arn {arn}"), StringComparison.Ordinal);
    }
}
