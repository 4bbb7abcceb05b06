namespace OrgTrail.Policies;

/// <summary>The policy of an SNS topic that organization trails need: built from nothing, or merged into one that is there.</summary>
/// <remarks>CloudTrail user guide, "Amazon SNS topic policy for CloudTrail".</remarks>
internal static class TrailTopicPolicy
{
    /// <summary>
    /// Lets CloudTrail publish for the given trails. Merges by meaning: what already lets CloudTrail publish stays as it is, in
    /// whatever shape; a statement like ours for other trails is extended; what is missing is added behind the rest.
    /// Nothing is restricted. Statements of others keep their values and their order. A second merge changes nothing.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="wanted">The trails; all of them notify the same topic.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), or the outcome would be larger than a topic's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult Merge(string? existing, params IReadOnlyList<TrailTopicUse> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var topic = wanted.Select(use => use.TopicArn).Distinct().Single();
        return PolicyMerge.Run(
            PolicyKind.Topic,
            topic,
            PolicyKind.Topic.Read(existing, topic),
            [policy => wanted.SelectMany(use => new GrantMerge(policy, use.Trail, existingTrailArns: null).Provide(TrailGrant.For(use)))],
            policy => wanted.Select(use => MergeRemarks.Of(policy, use)));
    }
}
