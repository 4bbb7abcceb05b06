using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors of AWS CloudTrail. Source: AWS CloudTrail API reference, Errors of each action.</summary>
internal static partial class CloudTrailRows
{
    /// <summary>What an organization must be, and who may act for it.</summary>
    public static IReadOnlyList<ProblemRow> Organization { get; } =
    [
        new("CloudTrailAccessNotEnabled", ProblemIds.TrustedAccessNotEnabled, InvalidState,
            "CloudTrail is not a trusted service of this organization.",
            "Run Enable-OrgTrustedAccess with credentials of the management account, then try again."),

        new("OrganizationNotInAllFeaturesMode", ProblemIds.OrganizationNotInAllFeaturesMode, InvalidState,
            "The organization has only consolidated billing, not all features.",
            "Run Enable-OrgAllFeatures with credentials of the management account; invited member accounts must agree."),

        new("OrganizationsNotInUse", "OrganizationsNotInUse", InvalidState,
            "The account does not belong to an organization.",
            "Use credentials of the organization's management account, or create an organization first (aws organizations create-organization)."),

        new("NotOrganizationMasterAccount NotOrganizationManagementAccount", "NotOrganizationManagementAccount", PermissionDenied,
            "The caller's account is neither the management account nor a delegated administrator for CloudTrail.",
            "Use credentials of the management account, for example -ProfileName management. Turning account trails into organization trails and back is for the management account alone."),

        new("NoManagementAccountSLRExists", "ServiceLinkedRoleMissing", InvalidState,
            "The management account lacks the service-linked role AWSServiceRoleForCloudTrail.",
            "Call CloudTrail once from the management account (New-OrgTrail there makes the role), or run there: aws iam create-service-linked-role --aws-service-name cloudtrail.amazonaws.com"),

        new("InsufficientDependencyServiceAccessPermission", "InsufficientOrganizationsPermission", PermissionDenied,
            "The caller lacks permissions of AWS Organizations or IAM that CloudTrail needs for organization trails.",
            "Allow organizations:DescribeOrganization, organizations:ListAWSServiceAccessForOrganization, organizations:ListAccounts, organizations:EnableAWSServiceAccess, iam:GetRole and iam:CreateServiceLinkedRole."),

        new("InsufficientIAMAccessPermission", "InsufficientIamPermission", PermissionDenied,
            "The caller may not look at or make the service-linked role that CloudTrail needs.",
            "Allow the caller iam:GetRole and iam:CreateServiceLinkedRole, then try again."),

        new("AccountNotFound", "AccountNotFound", NotFound,
            "The organization has no such account.",
            "Check the account id; aws organizations list-accounts shows all."),

        new("AccountRegistered", ProblemIds.DelegatedAdministratorAlreadyRegistered, AlreadyExists,
            "The account is a delegated administrator already.",
            "Nothing is to be done."),

        new("AccountNotRegistered", ProblemIds.DelegatedAdministratorNotRegistered, NotFound,
            "The account is no delegated administrator.",
            "Nothing is to be done; Get-OrgTrailDelegatedAdmin shows those that are."),

        new("CannotDelegateManagementAccount", "CannotDelegateManagementAccount", InvalidInput,
            "The management account cannot be a delegated administrator.",
            "Choose a member account."),

        new("DelegatedAdminAccountLimitExceeded", "TooManyDelegatedAdministrators", LimitExceeded,
            "The organization has as many delegated administrators for CloudTrail as it may have: three.",
            "Run Unregister-OrgTrailDelegatedAdmin for one of them first; Get-OrgTrailDelegatedAdmin shows them."),
    ];
}
