using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

internal static partial class CloudTrailRows
{
    /// <summary>Trails, their settings and their tags.</summary>
    public static IReadOnlyList<ProblemRow> Trails { get; } =
    [
        new("TrailNotFound", ProblemIds.TrailNotFound, NotFound,
            "CloudTrail does not find the trail.",
            "Get-OrgTrail shows all trails that you see, with their ARNs. A name finds only trails of the caller's own account; for an organization trail seen from another account give its ARN."),

        new("TrailAlreadyExists", ProblemIds.TrailAlreadyExists, AlreadyExists,
            "A trail of this name exists in this Region already, in the caller's account or in the management account.",
            "Choose another name, or change the trail that exists: Get-OrgTrail shows it, Set-OrgTrail changes it."),

        new("TrailNotProvided", "TrailNotProvided", InvalidInput,
            "CloudTrail was not told which trail is meant.",
            "Give the trail's name or ARN."),

        new("InvalidTrailName", "InvalidTrailName", InvalidInput,
            "CloudTrail does not accept the trail's name.",
            "Use 3 to 128 letters, digits, dots, hyphens and underscores; begin and end with a letter or a digit, no two of the other characters side by side, and no name like an IP address."),

        new("CloudTrailARNInvalid", "InvalidTrailArn", InvalidInput,
            "CloudTrail does not accept the ARN.",
            "Use arn:<partition>:cloudtrail:<home Region>:<account id>:trail/<name>. Get-OrgTrail shows the ARNs of the trails you see; an ARN of another account is refused in the same way."),

        new("InvalidHomeRegion", "WrongHomeRegion", InvalidInput,
            "The trail can be changed only in its home Region.",
            "Give the trail's ARN, or the object that Get-OrgTrail emits: then the home Region is known."),

        new("MaximumNumberOfTrailsExceeded", "TooManyTrails", LimitExceeded,
            "The Region has five trails already, more are not possible.",
            "Get-OrgTrail shows them; a multi-Region trail counts in every Region. Remove one that is not needed (Remove-OrgTrail), or change one instead of making another (Set-OrgTrail)."),

        new("Conflict", ProblemIds.Conflict, Conflict,
            "The trail is being made or changed just now.",
            "Wait a few minutes and try again."),

        new("InvalidParameterCombination", "InvalidParameterCombination", InvalidInput,
            "The settings do not go together.",
            "A multi-Region trail must include the events of global services. A log group and its role are given together."),

        new("InvalidParameter", "InvalidParameter", InvalidInput,
            "CloudTrail does not accept a value given to {operation}.",
            "Correct the value that CloudTrail names."),

        new("InvalidEventSelectors", "InvalidEventSelectors", InvalidInput,
            "CloudTrail does not accept the event selectors.",
            "Basic selectors: at most 5, with at most 250 data resources. Advanced ones: at most 500 values, each with eventCategory. A trail has either basic or advanced ones."),

        new("InvalidInsightSelectors", "InvalidInsightSelectors", InvalidInput,
            "CloudTrail does not accept the insight selectors.",
            "Use ApiCallRateInsight or ApiErrorRateInsight. ApiCallRateInsight needs a trail that logs write management events."),

        new("InsightNotEnabled", "InsightsNotEnabled", NotFound,
            "The trail records no insights.",
            "Nothing is to be done, unless it should."),

        new("InvalidTagParameter", "InvalidTag", InvalidInput,
            "CloudTrail does not accept the tags.",
            "Use keys of 1 to 128 characters, each once and not beginning with 'aws:', and values of at most 256 characters."),

        new("TagsLimitExceeded", "TooManyTags", LimitExceeded,
            "The trail would have more than 50 tags.",
            "Remove tags first, or give fewer."),

        new("ResourceNotFound", ProblemIds.TrailNotFound, NotFound,
            "CloudTrail does not find the trail.",
            "Get-OrgTrail shows all trails that you see, with their ARNs."),

        new("ResourceTypeNotSupported ChannelARNInvalid ChannelNotFound EventDataStore* InactiveEventDataStore", "NotATrail", InvalidInput,
            "The ARN is not one of a trail.",
            "Give the ARN of a trail; Get-OrgTrail shows them."),

        new("InvalidTimeRange", "InvalidTimeRange", InvalidInput,
            "The end of the time range lies before its start.",
            "Give a start that lies before the end."),

        new("InvalidToken InvalidNextToken", "ListingInterrupted", InvalidState,
            "CloudTrail cannot go on with the list.",
            "Run the command again."),

        new("OperationNotPermitted", "OperationNotPermitted", PermissionDenied,
            "CloudTrail does not permit {operation} here.",
            "Only the management account or a delegated administrator may change an organization trail, and only in its home Region. Member accounts may look at it."),

        new("UnsupportedOperation", "OperationUnsupported", InvalidState,
            "CloudTrail does not support {operation} here.",
            "See what CloudTrail says; the Region or the sort of trail may be the cause."),
    ];
}
