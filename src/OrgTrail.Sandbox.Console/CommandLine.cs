using System.Globalization;

namespace OrgTrail.Sandbox.Commands;

/// <summary>What the program was asked to do.</summary>
internal static class CommandLine
{
    private const int Misused = 2;

    private const string Usage = """
        Usage: OrgTrail.Sandbox.Console demo
               OrgTrail.Sandbox.Console serve [--port N] [--accounts N] [--regions A,B,…] [--no-organization]
                                               [--state FILE]

        demo   sets up an organization trail from nothing, in a sandbox of its own, and shows each step.
        serve  runs a sandbox until Ctrl+C, and prints the two lines that point the AWS CLI at it.
               --port             where to listen; without it, on a free port
               --accounts         accounts of the organization, the management account among them; 10
               --regions          the Regions that exist; five of AWS's
               --no-organization  begin without an organization
               --state            begin with the state in this file, if it is there, and save it there at the end
        """;

    /// <summary>Does it.</summary>
    /// <returns>The process's exit code: 0 when all went well, 1 when something failed, 2 when it was asked for nothing it knows.</returns>
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, CancellationToken stopping) => arguments switch
    {
        ["demo"] => new Demo(output).RunAsync(stopping),
        ["serve", .. var rest] when Options(rest, errors) is { } options => ServeCommand.RunAsync(options, output, errors, stopping),
        ["--help" or "-h"] => Task.FromResult(Write(output, 0)),
        _ => Task.FromResult(Write(errors, Misused)),
    };

    private static int Write(TextWriter target, int code)
    {
        target.WriteLine(Usage);
        return code;
    }

    private static SandboxOptions? Options(ReadOnlySpan<string> arguments, TextWriter log)
    {
        var options = new SandboxOptions { Log = log };
        while (!arguments.IsEmpty)
        {
            switch (arguments)
            {
                case ["--no-organization", ..]:
                    options = options with { Organization = false };
                    arguments = arguments[1..];
                    continue;
                case ["--port", var text, ..] when Number(text) is { } port:
                    options = options with { Port = port };
                    break;
                case ["--accounts", var text, ..] when Number(text) is { } accounts:
                    options = options with { AccountCount = accounts };
                    break;
                case ["--regions", var names, ..]:
                    options = options with { Regions = names.Split(',') };
                    break;
                case ["--state", var file, ..]:
                    options = options with { StateFile = file };
                    break;
                default:
                    return null;
            }

            arguments = arguments[2..];
        }

        return options;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
