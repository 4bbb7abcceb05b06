namespace OrgTrail.Policies;

/// <summary>The problem of a text that is no policy.</summary>
internal static class MalformedPolicy
{
    internal static OrgTrailException Because(string fault) => new(new Problem(
        "MalformedPolicy",
        ProblemKind.InvalidInput,
        $"The text is not a policy: {fault}.",
        "Correct the text and try again. A policy is a JSON object with \"Version\" and \"Statement\"; each statement has Effect, Principal, Action and Resource (IAM user guide, \"Grammar of the IAM JSON policy language\")."));

    internal static OrgTrailException At(JsonPosition position, string fault) =>
        Because($"{fault} at line {position.Line}, column {position.Column}");
}
