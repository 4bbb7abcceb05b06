namespace OrgTrail.Sandbox.Tests.Services.Logs;

public sealed class LogsCliTests() : CliTest(new())
{
    [Fact]
    public void A_log_group_lives_and_dies()
    {
        Run("logs create-log-group --log-group-name CloudTrail/logs --tags team=audit");
        Run("logs put-retention-policy --log-group-name CloudTrail/logs --retention-in-days 90");

        var group = Run("logs describe-log-groups --log-group-name-prefix CloudTrail/").GetProperty("logGroups")[0];
        Assert.Equal(90, group.GetProperty("retentionInDays").GetInt32());
        var tags = Run($"logs list-tags-for-resource --resource-arn {group.GetProperty("logGroupArn").GetString()}").GetProperty("tags");
        Assert.Equal("audit", tags.GetProperty("team").GetString());
        Run("logs delete-log-group --log-group-name CloudTrail/logs");
        Assert.Contains("(ResourceNotFoundException)", Refused("logs delete-log-group --log-group-name CloudTrail/logs"), StringComparison.Ordinal);
    }
}
