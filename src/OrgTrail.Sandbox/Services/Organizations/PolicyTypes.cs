using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The types of policies (AWS Organizations API reference, EnablePolicyType).</summary>
internal static class PolicyTypes
{
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";
    public const string ResourceControl = "RESOURCE_CONTROL_POLICY";

    /// <summary>A parameter that names a type.</summary>
    public static string Read(JsonObject input, string name) => input.OptionalEnum(
        name,
        "INVALID_ENUM_POLICY_TYPE",
        ServiceControl,
        ResourceControl,
        "TAG_POLICY",
        "BACKUP_POLICY",
        "AISERVICES_OPT_OUT_POLICY",
        "CHATBOT_POLICY",
        "DECLARATIVE_POLICY_EC2",
        "SECURITYHUB_POLICY",
        "INSPECTOR_POLICY",
        "UPGRADE_ROLLOUT_POLICY",
        "BEDROCK_POLICY",
        "S3_POLICY",
        "NETWORK_SECURITY_DIRECTOR_POLICY")
        ?? throw OrganizationErrors.InvalidInput("INPUT_REQUIRED", $"You must provide a value for the parameter {name}.");
}
