using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>
/// The npm package @cloud-copilot/iam-simulate, an independent simulator of IAM, where Node and the package are there:
/// NODE_PATH names the folder (node_modules) that it lies in.
/// </summary>
public static class IamSimulator
{
    private const string Package = "@cloud-copilot/iam-simulate";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<(string? Program, string Missing)> Node = new(Probe);

    /// <summary>Whether the machine has it.</summary>
    public static bool Available => Node.Value.Program is not null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Node.Value.Missing;

    /// <summary>A request that the simulator is asked about.</summary>
    /// <param name="Principal">A service principal, the ARN of an IAM principal, or <c>anonymous</c>.</param>
    /// <param name="Action">The action.</param>
    /// <param name="Resource">The ARN of the bucket or the object.</param>
    /// <param name="Context">The condition keys.</param>
    public sealed record Request(string Principal, string Action, string Resource, IReadOnlyDictionary<string, string[]> Context);

    /// <summary>What bucket policies say to requests.</summary>
    /// <returns>For each policy <c>Allowed</c>, <c>ExplicitlyDenied</c> or <c>ImplicitlyDenied</c>, request by request; <see langword="null"/> for a policy that the simulator does not take.</returns>
    public static IReadOnlyList<string[]?> Ask(IReadOnlyList<string> policies, IReadOnlyList<Request> requests)
    {
        var folder = Directory.CreateTempSubdirectory("iam-simulate-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "input.json"), Path.Combine(folder.FullName, "output.json"));
            File.WriteAllText(input, JsonSerializer.Serialize(new { policies, callers = requests }, Json));
            var run = Run([Path.Combine(AppContext.BaseDirectory, "Tools", "iam-simulate.cjs"), input, output]);
            if (run.ExitCode != 0) throw new InvalidOperationException(run.ToString());
            using var answers = JsonDocument.Parse(File.ReadAllText(output));
            return [.. answers.RootElement.EnumerateArray().Select(answer => answer.ValueKind == JsonValueKind.String ? null : answer.Deserialize<string[]>())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessResult Run(string[] arguments) => ChildProcess.Run(Node.Value.Program!, arguments, ThrowawayEnvironment.Variables(), TimeLimit);

    private static (string?, string) Probe()
    {
        if (ProgramFile.Find("node") is not { } program) return (null, "there is no Node.js (node) on PATH");

        var resolve = ChildProcess.Run(program, ["-e", $"require.resolve('{Package}')"], ThrowawayEnvironment.Variables(), TimeLimit);
        return resolve.ExitCode == 0 ? (program, "") : (null, $"Node.js (node) finds no package {Package}; NODE_PATH may name its folder");
    }
}
