using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Files;

namespace OrgTrail.Core.Tests.Files;

public sealed class BoundedFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"orgtrail-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task A_file_may_have_as_many_bytes_as_it_may(int bytes, bool isRead)
    {
        await File.WriteAllTextAsync(_path, new string('x', bytes));
        var reading = BoundedFile.ReadAsync(_path, 10, TimeProvider.System, CancellationToken.None);

        if (isRead) Assert.Equal(bytes, (await reading).Length);
        else await Assert.ThrowsAsync<FileTooLargeException>(() => reading);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_as_such() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => BoundedFile.ReadAsync(_path, 10, TimeProvider.System, CancellationToken.None));

    [Fact]
    public async Task A_mark_of_the_encoding_is_no_text()
    {
        await File.WriteAllTextAsync(_path, "ä", System.Text.Encoding.Unicode);

        Assert.Equal("ä", await BoundedFile.ReadAsync(_path, 10, TimeProvider.System, CancellationToken.None));
    }

    [Fact]
    public async Task What_does_not_come_to_its_end_is_waited_for_no_longer_than_the_clock_says()
    {
        var pipe = Pipe();

        var fault = await Assert.ThrowsAsync<IOException>(() => BoundedFile.ReadAsync(pipe, 10, new ManualTime(), CancellationToken.None));

        Assert.Contains("a pipe or a device", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_reading_ends_at_once()
    {
        using var cancelling = new CancellationTokenSource();
        var reading = BoundedFile.ReadAsync(Pipe(), 10, TimeProvider.System, cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>A pipe that nobody writes to.</summary>
    private string Pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in its file system.");
        using var making = System.Diagnostics.Process.Start("mkfifo", _path);
        making.WaitForExit();
        return _path;
    }
}
