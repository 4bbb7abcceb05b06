using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors of AWS Organizations; many have a <c>Reason</c>. Source: AWS Organizations API reference, Errors of each action.</summary>
internal static class OrganizationsRows
{
    public static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("AccessDenied", ProblemIds.AccessDenied, PermissionDenied,
            "The caller may not call {operation} of AWS Organizations.",
            "Use credentials of the management account; a member account may not do this, whatever its policies say. There, the caller needs organizations:{operation}."),

        new("AWSOrganizationsNotInUse", "OrganizationsNotInUse", InvalidState,
            "The account does not belong to an organization.",
            "Use credentials of the organization's management account, or create an organization first (aws organizations create-organization)."),

        new("ConcurrentModification", ProblemIds.ConcurrentModification, Conflict,
            "Somebody else is changing the organization.",
            "Wait a moment and try again."),

        new("ConstraintViolation", ProblemIds.TrustedAccessNotEnabled, InvalidState,
            "CloudTrail is not a trusted service of this organization.",
            "Run Enable-OrgTrustedAccess with credentials of the management account, then try again.") { Reason = "SERVICE_ACCESS_NOT_ENABLED" },

        new("ConstraintViolation", ProblemIds.OrganizationNotInAllFeaturesMode, InvalidState,
            "The organization has only consolidated billing, not all features.",
            "Run Enable-OrgAllFeatures with credentials of the management account; invited member accounts must agree.") { Reason = "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE" },

        new("ConstraintViolation", "OrganizationTooLarge", LimitExceeded,
            "The organization has too many accounts to change to all features by itself.",
            "Ask AWS Support to do it.") { Reason = "ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED" },

        new("ConstraintViolation", "TooManyDelegatedAdministrators", LimitExceeded,
            "The organization has as many delegated administrators for CloudTrail as it may have: three.",
            "Run Unregister-OrgTrailDelegatedAdmin for one of them first; Get-OrgTrailDelegatedAdmin shows them.") { Reason = "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED" },

        new("ConstraintViolation", "DelegatedAdministratorExists", InvalidState,
            "The service still has delegated administrators.",
            "Run Get-OrgTrailDelegatedAdmin | Unregister-OrgTrailDelegatedAdmin first, then try again.") { Reason = "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE" },

        new("ConstraintViolation", "CannotDelegateManagementAccount", InvalidInput,
            "The management account cannot be a delegated administrator.",
            "Choose a member account.") { Reason = "CANNOT_REGISTER_MASTER_AS_*" },

        new("ConstraintViolation", "AccountSuspended", InvalidState,
            "A suspended account cannot be a delegated administrator.",
            "Choose an active member account.") { Reason = "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_*" },

        new("ConstraintViolation", "PolicyTypeEnabled", InvalidState,
            "A policy type of the organization still depends on the service.",
            "Disable that policy type first (aws organizations disable-policy-type).") { Reason = "POLICY_TYPE_ENABLED_FOR_THIS_SERVICE" },

        new("ConstraintViolation", "OrganizationConstraint", InvalidState,
            "A rule or limit of AWS Organizations stands against {operation}.",
            "The reason says which; see ConstraintViolationException in the AWS Organizations API reference."),

        new("HandshakeConstraintViolation", "AllFeaturesAlreadyEnabled", AlreadyExists,
            "The organization has all features already.",
            "Nothing is to be done.") { Reason = "ORGANIZATION_ALREADY_HAS_ALL_FEATURES" },

        new("HandshakeConstraintViolation", "AllFeaturesPending", InvalidState,
            "The change to all features is under way already.",
            "Have the invited member accounts accept (aws organizations list-handshakes-for-account, accept-handshake). When all have, the management account accepts last. Enable-OrgAllFeatures shows the state.") { Reason = "ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION" },

        new("HandshakeConstraintViolation", "HandshakeConstraint", InvalidState,
            "A rule or limit of AWS Organizations stands against the handshake.",
            "The reason says which; see HandshakeConstraintViolationException in the AWS Organizations API reference."),

        new("HandshakeNotFound HandshakeAlreadyInState InvalidHandshakeTransition", "HandshakeNotOpen", InvalidState,
            "The handshake does not exist, or its state does not allow {operation}.",
            "Enable-OrgAllFeatures shows the handshake and its state. An expired one must be started anew."),

        new("AccessDeniedForDependency", "InsufficientIamPermission", PermissionDenied,
            "AWS Organizations cannot make the service-linked role that it needs.",
            "Allow the caller iam:CreateServiceLinkedRole, then try again."),

        new("MasterCannotLeaveOrganization", "ManagementAccountBarred", InvalidState,
            "The management account cannot do this.",
            "Use credentials of the account that the handshake is for."),

        new("InvalidInput", "UnknownServicePrincipal", InvalidInput,
            "AWS Organizations does not know the service principal.",
            "CloudTrail's is cloudtrail.amazonaws.com, in every partition.") { Reason = "UNRECOGNIZED_SERVICE_PRINCIPAL" },

        new("InvalidInput", "ListingInterrupted", InvalidState,
            "The list changed while it was read.",
            "Run the command again.") { Reason = "INVALID_NEXT_TOKEN" },

        new("InvalidInput", "InvalidParameter", InvalidInput,
            "AWS Organizations does not accept a value given to {operation}.",
            "The reason says what is wrong; see InvalidInputException in the AWS Organizations API reference."),

        new("AccountNotFound", "AccountNotFound", NotFound,
            "The organization has no such account.",
            "Check the account id; aws organizations list-accounts shows all."),

        new("AccountAlreadyRegistered", ProblemIds.DelegatedAdministratorAlreadyRegistered, AlreadyExists,
            "The account is a delegated administrator already.",
            "Nothing is to be done."),

        new("AccountNotRegistered", ProblemIds.DelegatedAdministratorNotRegistered, NotFound,
            "The account is no delegated administrator.",
            "Nothing is to be done; Get-OrgTrailDelegatedAdmin shows those that are."),

        new("UnsupportedAPIEndpoint", "EndpointUnsupported", InvalidState,
            "AWS Organizations does not offer {operation} at this endpoint.",
            "AWS Organizations has one endpoint per partition: give a Region of the partition that the organization lies in, and no -EndpointUrl."),
    ];
}
