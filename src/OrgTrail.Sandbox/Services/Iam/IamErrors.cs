using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Iam;

/// <summary>The refusals of IAM, in its words.</summary>
internal static class IamErrors
{
    public static AwsErrorException NoSuchRole(string name) =>
        new("NoSuchEntity", $"The role with name {name} cannot be found.", 404);

    public static AwsErrorException NoSuchRolePolicy(string name) =>
        new("NoSuchEntity", $"The role policy with name {name} cannot be found.", 404);

    public static AwsErrorException DeleteConflict(string what) =>
        new("DeleteConflict", $"Cannot delete entity, must {what} first.", 409);

    public static AwsErrorException Unmodifiable(string name) => new(
        "UnmodifiableEntity", $"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS");

    public static AwsErrorException MalformedPolicy(string message) => new("MalformedPolicyDocument", message);

    public static AwsErrorException Validation(string message) => new("ValidationError", message);
}
