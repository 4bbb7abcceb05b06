namespace OrgTrail.Testing;

/// <summary>Terraform in a folder of its own, with the installed hashicorp/aws provider, no network, and none of the machine's own configuration.</summary>
public sealed class Terraform : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string?> Missing = new(Probe);

    private readonly string _folder = Directory.CreateTempSubdirectory("orgtrail-terraform-").FullName;
    private readonly Dictionary<string, string?> _environment = ThrowawayEnvironment.Variables(withKeys: false);

    /// <param name="configuration">The file to run, which is copied.</param>
    /// <param name="variables">The values of its variables.</param>
    public Terraform(string configuration, IReadOnlyDictionary<string, string> variables)
    {
        File.Copy(configuration, Path.Combine(_folder, Path.GetFileName(configuration)));
        var settings = Path.Combine(_folder, "cli.tfrc");
        File.WriteAllText(settings, Settings(TerraformPlugins.Find()!));
        _environment["TF_CLI_CONFIG_FILE"] = settings;
        _environment["TF_IN_AUTOMATION"] = "1";
        foreach (var (name, value) in variables) _environment[$"TF_VAR_{name}"] = value;
    }

    /// <summary>Whether the machine has one that starts, and the provider.</summary>
    public static bool Available => Missing.Value is null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Missing.Value ?? "";

    /// <summary>Runs one command, for example <c>apply -auto-approve</c>, each word an argument.</summary>
    public ProcessResult Run(string command, params string[] arguments) =>
        ChildProcess.Run(Program!, [$"-chdir={_folder}", command, "-input=false", "-no-color", .. arguments], _environment, TimeLimit);

    /// <summary>Deletes the folder.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Program => ProgramFile.Find("terraform");

    private static string Settings(string plugins) => $$"""
        disable_checkpoint = true
        provider_installation {
          filesystem_mirror {
            path = "{{plugins.Replace('\\', '/')}}"
          }
        }
        """;

    private static string? Probe()
    {
        if (Program is not { } program)
            return "there is no terraform on PATH";
        if (TerraformPlugins.Find() is null)
            return "there is no installed hashicorp/aws provider of terraform; the variable TF_PLUGIN_MIRROR can name its folder";

        var version = ChildProcess.Run(program, ["version"], ThrowawayEnvironment.Variables(), TimeLimit);
        return version.ExitCode == 0 ? null : "terraform does not start";
    }
}
