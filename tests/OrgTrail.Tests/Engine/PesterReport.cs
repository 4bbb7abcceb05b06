using System.Text.Json;

namespace OrgTrail.Tests.Engine;

/// <summary>What Invoke-Suite.ps1 writes about one run of a suite.</summary>
/// <param name="Error">What went wrong outside the tests, or null.</param>
/// <param name="FailedBlocks">The blocks whose BeforeAll or AfterAll failed, each with its error.</param>
/// <param name="Tests">The outcome of each test, one for each case of a template.</param>
internal sealed record PesterReport(string? Error, IReadOnlyList<string> FailedBlocks, IReadOnlyList<PesterTest> Tests)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static PesterReport Failed(string error) => new(error, [], []);

    public static PesterReport Read(string json) => JsonSerializer.Deserialize<PesterReport>(json, Json)!;
}
