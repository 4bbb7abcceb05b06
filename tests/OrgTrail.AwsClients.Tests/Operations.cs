using System.Reflection;
using Amazon.CloudTrail;
using Amazon.Organizations;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests;

/// <summary>Every operation that the two interfaces have.</summary>
internal static class Operations
{
    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var (service, type) in new[] { ("CloudTrail", typeof(IAmazonCloudTrail)), ("Organizations", typeof(IAmazonOrganizations)) })
            foreach (var method in type.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)))
                all.Add(service, method.Name[..^"Async".Length]);
        return all;
    }

    /// <summary>Calls an operation with an empty request.</summary>
    public static async Task<AmazonWebServiceResponse> Call(ScriptedAws aws, string service, string operation)
    {
        using IDisposable client = service == "CloudTrail" ? Clients.CloudTrail(aws) : Clients.Organizations(aws);
        var method = client.GetType().GetMethod(operation + "Async", BindingFlags.Public | BindingFlags.Instance)!;
        var request = Activator.CreateInstance(method.GetParameters()[0].ParameterType);
        var answer = (Task)method.Invoke(client, [request, CancellationToken.None])!;
        await answer;
        return (AmazonWebServiceResponse)answer.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(answer)!;
    }
}
