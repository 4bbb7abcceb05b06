using System.Runtime.CompilerServices;
using Amazon.Runtime.Internal;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests;

/// <summary>What holds for the whole process: nothing of this machine's AWS settings, and no pause before a retry.</summary>
internal sealed class TestProcess : IRuntimePipelineCustomizer
{
    /// <summary>Where the SDK looks for profiles; empty but for the tests that write to it.</summary>
    public static readonly string ConfigFile = Path.GetTempFileName();

    public string UniqueName => nameof(TestProcess);

#pragma warning disable CA2255 // No library; and the SDK reads much of the environment only once.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare()
    {
        foreach (var (name, value) in ThrowawayEnvironment.Variables(withKeys: false))
            Environment.SetEnvironmentVariable(name, value);
        // A file that does not exist when it first looks is not looked for again: it takes those in the home folder.
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", ConfigFile);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(ConfigFile);
        RuntimePipelineCustomizerRegistry.Instance.Register(new TestProcess());
    }

    public void Customize(Type type, RuntimePipeline pipeline)
    {
        foreach (var handler in pipeline.EnumerateHandlers().OfType<RetryHandler>())
            ((StandardRetryPolicy)handler.RetryPolicy).MaxBackoffInMilliseconds = 0;
    }
}
