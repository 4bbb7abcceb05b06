using System.Diagnostics;
using OrgTrail.Sandbox.Tests.Services.CloudTrail;

namespace OrgTrail.Sandbox.Tests.Delivery;

[Collection(MeasuredAlone.Name)]
public sealed class DeliverySpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void A_hundred_thousand_log_files_with_digests_take_less_than_a_minute_and_little_memory()
    {
        using var scene = new Scene();
        for (var i = 0; i < 17; i++)
            scene.Organization.Accounts.Add(new() { Id = $"4{i:D11}", Name = $"account {i}" });
        scene.CreateOrganizationTrail(more: new { EnableLogFileValidation = true });
        scene.Call("StartLogging", new { Name = "acme" });
        var (half, halfTime, halfMemory) = Measure(scene, TimeSpan.FromDays(2));
        var (whole, wholeTime, wholeMemory) = Measure(scene, TimeSpan.FromDays(2));
        output.WriteLine($"{half.LogFiles} log files and {half.Digests} digests in {halfTime.TotalSeconds:F1} s, {halfMemory / 1024} KB kept; then {whole.LogFiles} and {whole.Digests} in {wholeTime.TotalSeconds:F1} s, {wholeMemory / 1024} KB kept");

        Assert.True(half.LogFiles + whole.LogFiles > 100_000);
        Assert.True(halfTime + wholeTime < TimeSpan.FromMinutes(1));

        // What stays is the store's index of keys: some hundred bytes a file.
        Assert.InRange(wholeMemory / (whole.LogFiles + whole.Digests), 0, 600);
    }

    [Fact]
    public void Nine_thousand_accounts_and_Regions_are_delivered_for_in_less_than_a_minute()
    {
        using var scene = new Scene();
        scene.State.Regions = [.. scene.State.Regions, .. Enumerable.Range(1, 25).Select(number => $"eu-north-{number}")];
        for (var i = 0; i < 297; i++)
            scene.Organization.Accounts.Add(new() { Id = $"4{i:D11}", Name = $"account {i}" });
        scene.CreateOrganizationTrail(more: new { EnableLogFileValidation = true });
        scene.Call("StartLogging", new { Name = "acme" });

        var (report, time, memory) = Measure(scene, TimeSpan.FromHours(1));
        output.WriteLine($"{report.LogFiles} log files and {report.Digests} digests in {time.TotalSeconds:F1} s, {memory / 1024} KB kept");

        Assert.Equal(9_000, report.Digests);
        Assert.True(time < TimeSpan.FromMinutes(1));

        // The log files of this hour, whose digest comes half an hour after it, are remembered until then: key and hash of each.
        Assert.InRange(memory / (report.LogFiles + report.Digests), 0, 1500);
    }

    private static (Sandbox.Delivery.DeliveryReport Report, TimeSpan Time, long Memory) Measure(Scene scene, TimeSpan span)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var report = scene.Advance(span);
        clock.Stop();
        return (report, clock.Elapsed, GC.GetTotalMemory(forceFullCollection: true) - before);
    }
}
