using Amazon.CloudTrail.Model;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests.Wire;

public sealed class CancellationTests
{
    [Fact]
    public async Task Cancelling_ends_a_call_that_hangs()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Hangs();
        using var client = Clients.CloudTrail(aws);
        using var cancellation = new CancellationTokenSource();

        var answer = client.GetTrailAsync(new GetTrailRequest(), cancellation.Token);
        var call = await aws.FirstCall("CloudTrail", "GetTrail");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await call.Abandoned;
        Assert.Single(aws.Calls);
    }

    [Fact]
    public async Task Cancelling_ends_an_answer_that_stalls()
    {
        using var aws = new ScriptedAws();
        aws.On("CloudTrail", "GetTrail").Stalls("""{"Trail":{"Name":"acme"}}""");
        var heads = new AnswerHeads();
        using var client = Clients.CloudTrail(aws, config => config.HttpClientFactory = heads);
        using var cancellation = new CancellationTokenSource();

        var answer = Task.Run(() => client.GetTrailAsync(new GetTrailRequest(), cancellation.Token));
        await heads.First;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Single(aws.Calls);
    }

    [Fact]
    public async Task What_is_cancelled_already_is_not_sent()
    {
        using var aws = new ScriptedAws();
        using var client = Clients.CloudTrail(aws);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetTrailAsync(new GetTrailRequest(), new CancellationToken(canceled: true)));

        Assert.Empty(aws.Calls);
    }
}
