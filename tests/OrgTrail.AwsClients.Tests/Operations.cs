using System.Reflection;
using Amazon.CloudTrail;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using OrgTrail.Testing;

namespace OrgTrail.AwsClients.Tests;

/// <summary>Every operation that the interfaces have.</summary>
internal static class Operations
{
    // Members that the model says an answer must have.
    private static readonly Dictionary<string, string> Results = new()
    {
        ["DescribeAccount"] = """{"Account":{}}""",
        ["DescribeOrganization"] = """{"Organization":{}}""",
        ["EnableAllFeatures"] = """{"Handshake":{}}""",
        ["GetRole"] = "<GetRoleResponse><GetRoleResult><Role><Arn>arn</Arn></Role></GetRoleResult></GetRoleResponse>",
        ["GetTrail"] = """{"Trail":{}}""",
    };

    private static readonly (string Service, Type Interface)[] Services =
        [("CloudTrail", typeof(IAmazonCloudTrail)), ("Organizations", typeof(IAmazonOrganizations)), ("IAM", typeof(IAmazonIdentityManagementService))];

    public static TheoryData<string, string> All() => Where(_ => true);

    /// <summary>Those whose answer must have something in it.</summary>
    public static TheoryData<string, string> WithResult() => Where(Results.ContainsKey);

    /// <summary>The least that an operation may be answered with.</summary>
    public static string LeastAnswer(string operation) => Results.GetValueOrDefault(operation, "");

    /// <summary>Calls an operation with an empty request.</summary>
    public static async Task<AmazonWebServiceResponse> Call(ScriptedAws aws, string service, string operation)
    {
        using IDisposable client = service switch
        {
            "CloudTrail" => Clients.CloudTrail(aws),
            "Organizations" => Clients.Organizations(aws),
            _ => Clients.Iam(aws),
        };
        var method = client.GetType().GetMethod(operation + "Async", BindingFlags.Public | BindingFlags.Instance)!;
        var request = Activator.CreateInstance(method.GetParameters()[0].ParameterType);
        var answer = (Task)method.Invoke(client, [request, CancellationToken.None])!;
        await answer;
        return (AmazonWebServiceResponse)answer.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(answer)!;
    }

    private static TheoryData<string, string> Where(Func<string, bool> isWanted)
    {
        var wanted = new TheoryData<string, string>();
        foreach (var (service, type) in Services)
            foreach (var operation in type.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(method => method.Name[..^"Async".Length]))
                if (isWanted(operation))
                    wanted.Add(service, operation);
        return wanted;
    }
}
