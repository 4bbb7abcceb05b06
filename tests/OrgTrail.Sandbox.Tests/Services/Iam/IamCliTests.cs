namespace OrgTrail.Sandbox.Tests.Services.Iam;

public sealed class IamCliTests() : CliTest(new())
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    [Fact]
    public void A_role_lives_and_dies()
    {
        Run("iam create-role --role-name Logs --assume-role-policy-document", Policy);
        Run("iam put-role-policy --role-name Logs --policy-name write --policy-document", Policy);
        Run("iam attach-role-policy --role-name Logs --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess");

        // The CLI decodes policies by itself.
        var principal = Run("iam get-role --role-name Logs").GetProperty("Role").GetProperty("AssumeRolePolicyDocument").GetProperty("Statement")[0].GetProperty("Principal");
        Assert.Equal("cloudtrail.amazonaws.com", principal.GetProperty("Service").GetString());
        Assert.Equal("write", Run("iam list-role-policies --role-name Logs").GetProperty("PolicyNames")[0].GetString());
        Assert.Equal("Allow", Run("iam get-role-policy --role-name Logs --policy-name write").GetProperty("PolicyDocument").GetProperty("Statement")[0].GetProperty("Effect").GetString());
        Assert.Equal("ReadOnlyAccess", Run("iam list-attached-role-policies --role-name Logs").GetProperty("AttachedPolicies")[0].GetProperty("PolicyName").GetString());
        Assert.Contains("(DeleteConflict)", Refused("iam delete-role --role-name Logs"), StringComparison.Ordinal);

        Run("iam detach-role-policy --role-name Logs --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess");
        Run("iam delete-role-policy --role-name Logs --policy-name write");
        Run("iam delete-role --role-name Logs");
        Assert.Contains("(NoSuchEntity)", Refused("iam get-role --role-name Logs"), StringComparison.Ordinal);
        Assert.Empty(Run("iam list-roles").GetProperty("Roles").EnumerateArray());
    }

    [Fact]
    public void CloudTrails_role_lives_and_dies()
    {
        Run("iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com");
        var task = Run("iam delete-service-linked-role --role-name AWSServiceRoleForCloudTrail").GetProperty("DeletionTaskId").GetString();

        Assert.Equal("SUCCEEDED", Run($"iam get-service-linked-role-deletion-status --deletion-task-id {task}").GetProperty("Status").GetString());
    }
}
