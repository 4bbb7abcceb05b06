using OrgTrail.Tests.Doubles;

namespace OrgTrail.Tests.Pipeline;

public sealed class AsyncCmdletTests
{
    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public void Everything_reaches_PowerShell_on_the_thread_that_called_and_in_order()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = async (it, _) =>
            {
                await Task.Yield();
                it.Write(1);
                it.Told.Warning("careful");
                Assert.True(await it.AskAsync());
                it.Told.Verbose("detail");
                it.Write(2);
            },
        };

        cmdlet.Process();

        Assert.Equal([1, 2], _pipeline.Objects);
        Assert.Equal(["careful"], _pipeline.Warnings);
        Assert.Equal(["detail"], _pipeline.Details);
        Assert.Equal([Environment.CurrentManagedThreadId], _pipeline.Threads);
    }

    [Fact]
    public void A_bad_input_is_an_error_about_itself_and_the_next_one_is_processed()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = (it, _) => it.Input is "bad" ? throw Trouble.Of("TrailNotFound") : WriteAsync(it),
        };

        foreach (var input in (string[])["bad", "good"])
        {
            cmdlet.Input = input;
            cmdlet.Process();
        }

        var error = Assert.Single(_pipeline.Errors);
        Assert.Equal(("TrailNotFound", "bad"), (error.Id, error.Target));
        Assert.Equal(["good"], _pipeline.Objects);
    }

    [Fact]
    public void A_part_that_fails_is_an_error_and_the_rest_goes_on()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = (it, _) =>
            {
                it.Told.Failure(Trouble.Of("RegionNotEnabled"), "me-south-1");
                it.Write("rest");
                return Task.CompletedTask;
            },
        };

        cmdlet.Process();

        var error = Assert.Single(_pipeline.Errors);
        Assert.Equal(("RegionNotEnabled", "me-south-1"), (error.Id, error.Target));
        Assert.Equal(["rest"], _pipeline.Objects);
    }

    [Fact]
    public void What_goes_wrong_before_the_first_input_ends_the_statement()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline) { OnBeginning = (_, _) => throw Trouble.Of("InvalidTrailName") };

        cmdlet.Begin();

        Assert.Equal("InvalidTrailName", Assert.Single(_pipeline.TerminatingErrors).Id);
        Assert.Empty(_pipeline.Errors);
    }

    [Fact]
    public void What_nobody_foresaw_is_an_error_and_no_crash()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline) { OnEnding = (_, _) => throw new FormatException("odd") };

        cmdlet.End();

        var error = Assert.Single(_pipeline.Errors);
        Assert.Equal(("UnexpectedError", "odd"), (error.Id, error.Message));
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_not_swallowed()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline) { OnInput = (_, _) => throw new TaskCanceledException() };

        cmdlet.Process();

        Assert.Equal("UnexpectedError", Assert.Single(_pipeline.Errors).Id);
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_work_and_is_no_error()
    {
        var started = new TaskCompletionSource();
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = async (_, cancellation) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            },
        };
        var running = Task.Run(cmdlet.Process);
        await started.Task;

        cmdlet.Stop();
        await running;

        Assert.Empty(_pipeline.Errors);
        Assert.Empty(_pipeline.TerminatingErrors);
    }

    [Fact]
    public void A_pipeline_that_PowerShell_ends_cancels_the_work_and_waits_for_it()
    {
        var ended = false;
        _pipeline.Refusal = new InvalidOperationException("stopped");
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = async (it, cancellation) =>
            {
                it.Write(1);
                await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => ended = true, TaskScheduler.Default);
            },
        };

        var thrown = Assert.Throws<InvalidOperationException>(cmdlet.Process);

        Assert.Same(_pipeline.Refusal, thrown);
        Assert.True(ended);
        Assert.Empty(_pipeline.Errors);
    }

    [Fact]
    public void A_question_shows_target_action_and_every_change()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = (it, _) => it.AskAsync("IsMultiRegionTrail: False -> True", "KmsKeyId: -> alias/audit"),
        };

        cmdlet.Process();

        Assert.Equal(
            """
            Performing the operation "Update trail" on target "acme".
                IsMultiRegionTrail: False -> True
                KmsKeyId: -> alias/audit
            """.ReplaceLineEndings("\n"),
            Assert.Single(_pipeline.Questions));
    }

    [Fact]
    public void A_wait_is_one_bar_that_counts_down_and_goes()
    {
        using var cmdlet = new ScriptedCmdlet(_pipeline)
        {
            OnInput = (it, _) =>
            {
                it.Told.Progress("Waiting", "one", TimeSpan.FromSeconds(20));
                it.Told.Progress("Waiting", "two", TimeSpan.FromSeconds(10));
                it.Told.ProgressDone("Waiting");
                it.Told.Progress("Other", "three", TimeSpan.FromSeconds(5));
                return Task.CompletedTask;
            },
        };

        cmdlet.Process();

        Assert.Equal([20, 10, null, 5], _pipeline.Bars.Select(bar => bar.Remaining?.TotalSeconds));
        Assert.Single(_pipeline.Bars.Take(3).DistinctBy(bar => bar.ActivityId));
        Assert.NotEqual(_pipeline.Bars[0].ActivityId, _pipeline.Bars[3].ActivityId);
    }

    private static Task WriteAsync(ScriptedCmdlet cmdlet)
    {
        cmdlet.Write(cmdlet.Input!);
        return Task.CompletedTask;
    }
}
