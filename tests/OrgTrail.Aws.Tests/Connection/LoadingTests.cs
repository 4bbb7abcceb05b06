using System.Reflection;
using System.Runtime.Loader;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Tests.Connection;

/// <summary>Which assemblies a connection costs, seen in a load context of its own, as the module has one.</summary>
public sealed class LoadingTests : ConnectionTest
{
    [Fact]
    public async Task Only_the_services_that_are_called_are_loaded()
    {
        Env["AWS_PROFILE"] = "work";
        Env.Write(".aws/credentials", Keys("work", "AKIAWORK"));
        Aws.KeepTrails().AddBucket("acme-audit");
        Aws.On("IAM", "GetRole").Fails("NoSuchEntity", "None.", status: 404);
        Aws.On("KMS", "GetKeyRotationStatus").Answers("""{"KeyRotationEnabled":true}""");
        var context = new ApartContext();
        var provider = (ICloudProvider)Activator.CreateInstance(context.LoadFromAssemblyName(new AssemblyName("OrgTrail.Aws")).GetType("OrgTrail.Aws.AwsCloudProvider", throwOnError: true)!)!;

        using var cloud = await provider.ConnectAsync(Nothing, Feedback, default);
        Assert.Equal(["AWSSDK.Core"], context.SdkAssemblies);

        await cloud.TrailsIn("eu-west-1").DescribeAsync(default);
        Assert.Equal(["AWSSDK.Core"], context.SdkAssemblies);

        await cloud.Identity.GetCallerAsync(default);
        Assert.Equal(["AWSSDK.Core", "AWSSDK.SecurityToken"], context.SdkAssemblies);

        await cloud.Roles.ExistsAsync("AWSServiceRoleForCloudTrail", default);
        Assert.Equal(["AWSSDK.Core", "AWSSDK.SecurityToken"], context.SdkAssemblies);

        await cloud.Buckets.FindAsync("acme-audit", null, default);
        Assert.Equal(["AWSSDK.Core", "AWSSDK.S3", "AWSSDK.SecurityToken"], context.SdkAssemblies);

        await cloud.KeysIn("eu-west-1").IsRotatedAsync("1234", default);
        Assert.Equal(["AWSSDK.Core", "AWSSDK.KeyManagementService", "AWSSDK.S3", "AWSSDK.SecurityToken"], context.SdkAssemblies);
    }

    private sealed class ApartContext() : AssemblyLoadContext("apart")
    {
        public IEnumerable<string> SdkAssemblies =>
            Assemblies.Select(assembly => assembly.GetName().Name!).Where(name => name.StartsWith("AWSSDK.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is { } name && (name.StartsWith("AWSSDK.", StringComparison.Ordinal) || name.StartsWith("OrgTrail.Aws", StringComparison.Ordinal))
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
                : null;
    }
}
