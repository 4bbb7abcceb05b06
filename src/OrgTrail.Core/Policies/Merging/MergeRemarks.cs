namespace OrgTrail.Policies;

/// <summary>What a merge for one trail left as it was, and a person should know of.</summary>
/// <param name="Denials">What keeps the trail out, or may, in sentences.</param>
/// <param name="Refusals">What the service refuses the policy for, in sentences.</param>
/// <param name="Suggestions">The statements that let in more trails than this one.</param>
internal sealed record MergeRemarks(IReadOnlyList<string> Denials, IReadOnlyList<string> Refusals, IReadOnlyList<PolicyFinding> Suggestions)
{
    internal static MergeRemarks Of(PolicyDocument policy, TrailDelivery delivery)
    {
        var verdict = BucketPolicyAnalysis.Analyze(policy, delivery, isLive: true);
        var faults = BucketPolicyAcceptance.Faults(policy, delivery.BucketName, delivery.Trail.Partition);
        return new(Denial(verdict.Sufficient, verdict, "bucket"), Refused("Amazon S3", faults), new BucketWeakness(delivery).OpenToOtherTrails(policy));
    }

    internal static MergeRemarks Of(PolicyDocument policy, TrailKeyUse use)
    {
        var verdict = KeyPolicyAnalysis.Analyze(policy, use, isLive: true);
        var faults = KeyPolicyAcceptance.Faults(policy, use.Trail.Partition);
        // A merge lets CloudTrail decrypt: where that is only a note, a Deny of others is in the way.
        return new(Denial(verdict is { Sufficient: true, Notes: [] }, verdict, "key"), Refused("AWS KMS", faults), new KeyWeakness(use).OpenToOtherTrails(policy));
    }

    // What a topic lets in is judged by nobody else, so that there is no verdict to word.
    internal static MergeRemarks Of(PolicyDocument policy, TrailTopicUse use)
    {
        var decisions = CallDecisions.Of(policy, [use.Call]);
        var verb = decisions.BlockedBy.Count > 0 ? "cannot" : "may not be able to";
        var why = decisions.BlockedBy.Select(statement => $"{statement}.").Concat(decisions.Uncertain.Select(finding => finding.ToString()));
        return new(Denial(decisions.Sufficient, $"CloudTrail {verb} publish to {use.TopicArn} for {use.Trail}. {string.Join(" ", why)}", "topic"), [], new TopicWeakness(use).OpenToOtherTrails(policy));
    }

    internal static string Text(PolicyFinding finding) => $"{finding} It was left as it is.";

    private static string[] Refused(string service, IReadOnlyList<PolicyFault> faults) => [.. faults.Select(fault => $"{service} will refuse this policy. {fault}")];

    private static string[] Denial(bool isSufficient, object verdict, string noun) =>
        isSufficient ? [] : [$"{verdict} What others wrote stays as it is: change it by hand, or use another {noun}."];
}
