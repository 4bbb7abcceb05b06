using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>
/// Takes CloudTrail's trust away. It is destructive: organization trails vanish from member accounts and turn into
/// account trails of the management account, and enabling it again restores nothing
/// (Organizations user guide, "AWS CloudTrail and AWS Organizations").
/// </summary>
public static class DisableTrustedAccess
{
    /// <summary>Reads the state and the organization trails that will be lost.</summary>
    public static async Task<Plan<TrustedAccess>> PlanAsync(
        CloudSession session, IFeedback feedback, CancellationToken cancellation)
    {
        var current = await GetTrustedAccess.ReadAsync(session, cancellation);
        var organization = await session.OrganizationAsync(cancellation);

        return new(
            organization.Id,
            "Disable trusted access",
            current.Enabled ? await ChangesAsync(session, feedback, cancellation) : [],
            current,
            async applying =>
            {
                await session.Cloud.Organizations.DisableTrustedServiceAsync(TrustedAccess.CloudTrail, applying);
                return GetTrustedAccess.Of(organization, enabled: false);
            });
    }

    private static async Task<IReadOnlyList<string>> ChangesAsync(
        CloudSession session, IFeedback feedback, CancellationToken cancellation)
    {
        var changes = new List<string> { $"{TrustedAccess.CloudTrail} loses trusted access to the organization's accounts" };
        await foreach (var trail in ListTrails.RunAsync(session, new() { OrganizationTrailsOnly = true }, feedback, cancellation))
            changes.Add($"organization trail {trail.TrailARN} turns into an account trail, its copies vanish from the member accounts");
        return changes;
    }
}
