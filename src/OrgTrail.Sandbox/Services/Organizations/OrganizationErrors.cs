using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The refusals of AWS Organizations, in its words (AWS Organizations API reference, the errors of each operation).</summary>
internal static class OrganizationErrors
{
    public static AwsErrorException NotInUse() =>
        new("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    public static AwsErrorException AccessDenied() =>
        new("AccessDeniedException", "You don't have permissions to access this resource.");

    public static AwsErrorException AccountNotFound() =>
        new("AccountNotFoundException", "You specified an account that doesn't exist.");

    public static AwsErrorException HandshakeNotFound() =>
        new("HandshakeNotFoundException", "You specified a handshake that doesn't exist.");

    public static AwsErrorException ParentNotFound() =>
        new("ParentNotFoundException", "You specified parent that doesn't exist.");

    public static AwsErrorException UnitNotFound() =>
        new("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist.");

    public static AwsErrorException TargetNotFound() =>
        new("TargetNotFoundException", "You specified a target that doesn't exist.");

    public static AwsErrorException NotInAllFeaturesMode() => Constraint(
        "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
        "The request failed because the organization does not have all features enabled. Please enable all features in your organization and then retry.");

    public static AwsErrorException Constraint(string reason, string message) => Reasoned("ConstraintViolationException", reason, message);

    public static AwsErrorException HandshakeConstraint(string reason, string message) =>
        Reasoned("HandshakeConstraintViolationException", reason, message);

    public static AwsErrorException InvalidInput(string reason, string message) => Reasoned("InvalidInputException", reason, message);

    private static AwsErrorException Reasoned(string code, string reason, string message) =>
        new(code, message) { Members = new JsonObject { ["Reason"] = reason } };
}
