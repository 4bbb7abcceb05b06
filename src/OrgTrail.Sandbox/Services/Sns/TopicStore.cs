using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Sns;

/// <summary>Finds topics, for their owners only.</summary>
internal sealed class TopicStore(SandboxState state)
{
    /// <summary>The topic that a call names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arn">The topic's ARN.</param>
    /// <param name="missing">The error code for one that does not exist: tag calls have another.</param>
    public SandboxTopic Find(ServiceCall call, string arn, string missing = "NotFound")
    {
        if (arn.Split(':') is not ["arn", _, "sns", var region, var account, _])
            throw new AwsErrorException("InvalidParameter", "Invalid parameter: TopicArn");
        if (region != call.Region)
            throw new AwsErrorException("InvalidParameter", "Invalid parameter: TopicArn");
        if (account != call.AccountId)
            throw new AwsErrorException("AuthorizationError", $"The caller is not authorized to perform: SNS:{call.Operation} on resource: {arn}", 403);
        return state.Sns.Topics.Find(topic => topic.Arn == arn)
            ?? throw new AwsErrorException(missing, missing == "NotFound" ? "Topic does not exist" : "Resource does not exist", 404);
    }

    /// <summary>The ARN of a topic of the caller's, in the Region of the call.</summary>
    public static string Arn(ServiceCall call, string name) =>
        $"arn:{Partition.OfRegion(call.Region)}:sns:{call.Region}:{call.AccountId}:{name}";
}
