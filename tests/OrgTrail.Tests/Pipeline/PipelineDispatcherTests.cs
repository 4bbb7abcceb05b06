using OrgTrail.Pipeline;

namespace OrgTrail.Tests.Pipeline;

public sealed class PipelineDispatcherTests
{
    private readonly PipelineDispatcher _dispatcher = new();

    [Fact]
    public void Work_runs_elsewhere_and_requests_run_here()
    {
        var here = Environment.CurrentManagedThreadId;
        int? worker = null, server = null;

        var failure = _dispatcher.Run(
            () =>
            {
                worker = Environment.CurrentManagedThreadId;
                _dispatcher.Post(() => server = Environment.CurrentManagedThreadId);
                return Task.CompletedTask;
            },
            () => { });

        Assert.Null(failure);
        Assert.Equal(here, server);
        Assert.NotEqual(here, worker);
    }

    [Fact]
    public void Requests_keep_their_order_and_none_is_lost()
    {
        List<int> served = [];

        _dispatcher.Run(
            async () =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    var number = i;
                    _dispatcher.Post(() => served.Add(number));
                    if (i % 100 == 0) await Task.Yield();
                }
            },
            () => { });

        Assert.Equal(Enumerable.Range(0, 1000), served);
    }

    [Fact]
    public void A_question_is_answered_before_the_work_goes_on()
    {
        var answer = 0;

        _dispatcher.Run(async () => answer = await _dispatcher.InvokeAsync(() => 42), () => { });

        Assert.Equal(42, answer);
    }

    [Fact]
    public void What_the_work_throws_is_returned()
    {
        var failure = _dispatcher.Run(() => throw new FormatException("odd"), () => { });

        Assert.IsType<FormatException>(failure);
    }

    [Fact]
    public void A_refused_request_cancels_the_work_and_every_open_question()
    {
        using var stopping = new CancellationTokenSource();
        Task<int>? open = null;

        Assert.Throws<FormatException>(() => _dispatcher.Run(
            async () =>
            {
                _dispatcher.Post(() => throw new FormatException("refused"));
                open = _dispatcher.InvokeAsync(() => 1);
                await open;
            },
            stopping.Cancel));

        Assert.True(stopping.IsCancellationRequested);
        Assert.True(open!.IsCanceled);
    }

    [Fact]
    public void After_the_end_nothing_is_served_and_questions_are_cancelled()
    {
        _dispatcher.Run(() => Task.CompletedTask, () => { });
        var served = false;

        _dispatcher.Post(() => served = true);
        var question = _dispatcher.InvokeAsync(() => 1);

        Assert.False(served);
        Assert.True(question.IsCanceled);
    }
}
