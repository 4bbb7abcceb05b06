namespace OrgTrail.Sandbox.Tests.Delivery;

public sealed class BrokenOffAdvanceTests
{
    private static readonly TimeSpan Passing = TimeSpan.FromHours(30);

    [Fact]
    public void What_was_broken_off_again_and_again_ends_as_if_it_had_not_been()
    {
        using var straight = Server();
        straight.Advance(Passing);
        using var broken = Server();
        var end = broken.Context.Clock.Now + Passing;
        var random = new Random(7);

        var times = 0;
        while (broken.Context.Clock.Now < end && ++times < 1000)
        {
            using var cancelling = new CancellationTokenSource();
            var countdown = random.Next(400);
            broken.Interrupting = () =>
            {
                if (Interlocked.Decrement(ref countdown) == 0) cancelling.Cancel();
            };
            try
            {
                broken.Sandbox.Advance(end - broken.Context.Clock.Now, cancelling.Token);
            }
            catch (OperationCanceledException)
            {
                // As often as the random numbers say.
            }
        }

        // What the last broken-off hour has left out comes with the next, here with none.
        broken.Sandbox.Advance(TimeSpan.Zero);
        Assert.True(times > 5);
        Assert.Equal(Keys(straight), Keys(broken));
        Assert.Equal(straight.Chains(), broken.Chains());
    }

    [Fact]
    public void An_advance_that_is_cancelled_before_it_begins_lets_no_time_pass()
    {
        using var server = Server();
        var before = server.Context.Clock.Now;

        Assert.ThrowsAny<OperationCanceledException>(() => server.Sandbox.Advance(Passing, new CancellationToken(canceled: true)));

        Assert.Equal(before, server.Context.Clock.Now);
        Assert.Empty(Keys(server));
    }

    private static InterruptedSandbox Server() => new();

    private static List<string> Keys(InterruptedSandbox server) => [.. server.Context.Objects.List("audit", "", "").Select(stored => stored.Key)];
}
