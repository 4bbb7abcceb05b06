using OrgTrail.State;

namespace OrgTrail.Health;

/// <summary>What several checks say of deliveries in the same way.</summary>
internal static class DeliveryVerdict
{
    /// <summary>The verdict on an error of S3.</summary>
    /// <param name="state">The trail.</param>
    /// <param name="problem">The error; <see langword="null"/> when AWS shows none.</param>
    /// <param name="files">What is delivered: <c>log files</c> or <c>digests</c>.</param>
    public static async Task<Finding> OfFilesAsync(TrailState state, Problem? problem, string files)
    {
        if (problem is not null) return Of(problem, CheckVerdict.Fail);

        // Users report that other accounts than the trail's own are shown no errors.
        var account = (await state.Cloud.Caller).AccountId;
        return account == state.Arn.AccountId
            ? Finding.Pass($"AWS reports no error about {files}.")
            : Finding.Unknown(
                $"AWS shows errors about {files} to account {state.Arn.AccountId} only, not to account {account}.",
                CommandText.For($"Get-OrgTrailStatus -Trail {state.Trail.TrailARN}", state.Arn.AccountId, account));
    }

    /// <summary>The verdict on an error, whatever is delivered.</summary>
    public static Finding Of(Problem problem, CheckVerdict verdict) => new(verdict, problem.ToString(), problem.Advice) { Details = [problem] };

    /// <summary>The verdict on the age of the last delivery.</summary>
    /// <param name="state">The trail, and now.</param>
    /// <param name="status">Whether it logs, and since when.</param>
    /// <param name="latest">The last delivery; <see langword="null"/> when there was none.</param>
    /// <param name="limit">How old it may be.</param>
    /// <param name="files">What is delivered.</param>
    /// <param name="never">What it comes to when nothing was ever delivered.</param>
    public static Finding OfAge(
        TrailState state, TrailStatus status, DateTimeOffset? latest, TimeSpan limit, string files, CheckVerdict never = CheckVerdict.Fail)
    {
        if (!status.IsLogging)
            return Finding.Unknown($"No {files} are due: the trail does not log.", $"Start-OrgTrailLogging -Trail {state.Trail.TrailARN}");
        if (latest is { } delivered && state.Cloud.Now - delivered <= limit)
            return Finding.Pass($"The last {files} came {Age.Moment(delivered)}.");
        if (status.StartLoggingTime is { } start && state.Cloud.Now - start <= limit)
            return Finding.Pass($"No {files} are due yet: logging started {Age.Text(state.Cloud.Now - start)} ago, and the first come within {Age.Text(limit)}.");

        var look = $"Test-OrgTrail -Trail {state.Trail.TrailARN} -Check LogDelivery, DigestDelivery, Bucket, BucketPolicy, Key*, CloudWatchLogs";
        return latest is { } last
            ? Finding.Warn($"The last {files} came {Age.Text(state.Cloud.Now - last)} ago, {Age.Moment(last)}; they should come within {Age.Text(limit)}.", look)
            : new Finding(never, $"No {files} have ever come{(status.StartLoggingTime is { } since ? $", though the trail has logged since {Age.Moment(since)}" : "")}{(never == CheckVerdict.Fail ? "" : $"; the first come within {Age.Text(limit)} of being switched on")}.", look);
    }
}
