namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>A credentials file with two profiles: the calls of one are made once, so that every fault reaches the deployment.</summary>
public sealed class CallProfiles : IDisposable
{
    public const string SingleAttempt = "single-attempt";
    public const string UsualAttempts = "usual-attempts";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orgtrail-attempts-");

    public CallProfiles() => File.WriteAllText(Path, $"""
        [{SingleAttempt}]
        aws_access_key_id = {DeploymentScene.Management}
        aws_secret_access_key = any
        max_attempts = 1

        [{UsualAttempts}]
        aws_access_key_id = {DeploymentScene.Management}
        aws_secret_access_key = any
        """);

    /// <summary>Where the file is.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "credentials");

    public void Dispose() => _folder.Delete(recursive: true);
}
