using OrgTrail.Connection;
using OrgTrail.Ports;

namespace OrgTrail.Operations;

/// <summary>
/// Starts the change of an organization from consolidated billing to all features. It cannot be taken back, and it is
/// not done before every invited account has agreed and the management account has accepted
/// (Organizations user guide, "Enabling all features").
/// </summary>
internal static class EnableAllFeatures
{
    // The states in which a handshake still waits for somebody (Organizations API reference, Handshake).
    private static readonly string[] Pending = ["REQUESTED", "OPEN"];

    /// <summary>Reads the state; nothing to change when all features are on or on their way.</summary>
    public static async Task<Plan<Organization>> PlanAsync(
        CloudSession session, IFeedback feedback, CancellationToken cancellation)
    {
        var organization = await session.OrganizationAsync(cancellation);
        var pending = organization.HasAllFeatures ? null : await FindPendingAsync(session, cancellation);
        if (pending is not null) feedback.Warning(Advice(pending));

        var isDone = organization.HasAllFeatures || pending is not null;
        return new(
            organization.Id,
            "Enable all features",
            isDone ? [] : [
                "the change to all features is requested; it cannot be taken back",
                "every invited member account is asked to approve within 90 days"],
            With(organization, pending),
            async applying =>
            {
                var handshake = await session.Cloud.Organizations.EnableAllFeaturesAsync(applying);
                session.ForgetOrganization();
                feedback.Warning(Advice(handshake));
                return With(organization, handshake);
            });
    }

    private static async Task<Handshake?> FindPendingAsync(CloudSession session, CancellationToken cancellation)
    {
        await foreach (var handshake in session.Cloud.Organizations.ListAllFeaturesHandshakesAsync(cancellation))
            if (Pending.Contains(handshake.State)) return handshake;
        return null;
    }

    private static string Advice(Handshake handshake) => handshake.State == "OPEN"
        ? $"Handshake {handshake.Id} is OPEN: every account has approved. Finish the change from the management account with AcceptHandshake (aws organizations accept-handshake --handshake-id {handshake.Id})."
        : $"Handshake {handshake.Id} is {handshake.State}: it waits for the invited member accounts to approve, 90 days at most. Then finish the change from the management account with AcceptHandshake.";

    private static Organization With(Organization organization, Handshake? handshake) => new()
    {
        Id = organization.Id,
        Arn = organization.Arn,
        FeatureSet = organization.FeatureSet,
        ManagementAccountId = organization.ManagementAccountId,
        ManagementAccountArn = organization.ManagementAccountArn,
        AllFeaturesHandshakeId = handshake?.Id,
        AllFeaturesHandshakeState = handshake?.State,
    };
}
