using OrgTrail.Testing;

namespace OrgTrail.Benchmarks;

/// <summary>Terraform with the wanted state, initialised: only its apply is timed.</summary>
internal sealed class DeployTerraform : IDisposable
{
    private readonly Terraform _terraform;

    private DeployTerraform(Terraform terraform) => _terraform = terraform;

    public static DeployTerraform Start(SandboxProcess sandbox)
    {
        var terraform = new Terraform(Path.Combine(AppContext.BaseDirectory, "Deploy.tf"), new Dictionary<string, string>
        {
            ["endpoint"] = sandbox.Endpoint,
            ["account"] = SandboxProcess.ManagementAccount,
            ["organization"] = sandbox.Organization().GetProperty("Id").GetString()!,
        });
        Comparison.Succeed(terraform.Run("init"));
        return new DeployTerraform(terraform);
    }

    public void Apply() => Comparison.Succeed(_terraform.Run("apply", "-auto-approve"));

    public void Dispose() => _terraform.Dispose();
}
