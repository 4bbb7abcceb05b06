using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>
/// A statement of the kind that this module writes: lets in CloudTrail alone, with one action, on this bucket's ACL or
/// this prefix's folders, under no foreign condition. Only such statements are ever updated.
/// </summary>
internal sealed class OwnStatement
{
    private readonly TrailDelivery _delivery;

    private OwnStatement(Statement statement, TrailDelivery delivery)
    {
        Statement = statement;
        _delivery = delivery;
    }

    internal Statement Statement { get; }

    /// <summary>The trails that it lets in, as written; empty when it lets in every trail.</summary>
    internal IReadOnlyList<string> SourceArns => Policies.SourceArns.Of(Statement);

    internal bool IsAclCheck => Is(Statement.Actions.Items[0], TrailCalls.GetBucketAcl);

    /// <summary>The statement as one of ours; <see langword="null"/> when it is somebody else's.</summary>
    internal static OwnStatement? Recognize(Statement statement, TrailDelivery delivery)
    {
        var own = new OwnStatement(statement, delivery);
        return statement is { Allows: true, Principals: { Except: false, Items: [{ Type: Principal.Service, Value: TrailCaller.Service }] } }
            && own.HasOwnConditions() && own.HasOwnActionAndResources() ? own : null;
    }

    /// <summary>Whether the statement is there for this grant, if perhaps for other trails.</summary>
    internal bool Serves(TrailGrant grant) =>
        IsAclCheck == (grant.Action == TrailCalls.GetBucketAcl) && Statement.Resources.Items.Contains(grant.Resource);

    /// <summary>Whether the statement is this trail's own, with folders of an account or organization that it does not belong to (any more).</summary>
    internal bool HasOutdatedFolders() => !IsAclCheck && Statement.Resources.Items.Any(resource => !IsTrailFolder(resource));

    /// <summary>Sets the folders to those of the trail.</summary>
    /// <returns>What changed, in words.</returns>
    internal string RenewFolders()
    {
        var before = Statement.Resources.Items;
        var after = before.Select(resource => IsTrailFolder(resource) ? resource : Renewed(resource)).Distinct().ToArray();
        Statement.Json["Resource"] = PolicyJson.ScalarOrArray(after);
        return $"update {Statement.Label}: Resource {string.Join(", ", before.Except(after))} becomes {string.Join(", ", after.Except(before))}";
    }

    // The condition of an outdated statement names just this trail, or it may be in use by another one.
    private bool HasOwnActionAndResources()
    {
        if (Statement is not { Actions: { Except: false, Items: [var action] }, Resources: { Except: false, Items: var resources } })
        {
            return false;
        }

        return Is(action, TrailCalls.GetBucketAcl)
            ? resources is [var bucket] && bucket == _delivery.BucketArn
            : Is(action, TrailCalls.PutObject)
                && (resources.All(IsTrailFolder) || (resources.All(IsFolder) && SourceArns is [var only] && only == _delivery.Trail.ToString()));
    }

    private bool HasOwnConditions() =>
        Policies.SourceArns.AreExtendable(Statement) && Statement.Conditions.Where(condition => !Policies.SourceArns.IsMeantBy(condition)).All(IsOwn);

    private bool IsOwn(Condition condition) => condition switch
    {
        _ when condition.Operator != TrailGrant.StringEquals => false,
        _ when Is(condition.Key, "aws:SourceAccount") => condition.Values is [var account] && account == _delivery.ManagementAccountId,
        _ => Is(condition.Key, TrailGrant.CannedAclKey) && condition.Values is [TrailCalls.CannedAcl],
    };

    private bool IsTrailFolder(string resource) => resource == _delivery.ManagementObjects || resource == _delivery.OrganizationObjects;

    private bool IsFolder(string resource) => Owner(resource) is { } owner
        && (NamingRule.AccountId.Check(owner) is null || NamingRule.OrganizationId.Check(owner) is null);

    private string Renewed(string resource) =>
        NamingRule.AccountId.Check(Owner(resource)) is null ? _delivery.ManagementObjects : _delivery.OrganizationObjects;

    // The account or organization whose folder a resource is; null when it is no folder under this prefix.
    private string? Owner(string resource) =>
        resource.StartsWith(_delivery.LogsArn, StringComparison.Ordinal) && resource.EndsWith("/*", StringComparison.Ordinal) && resource.Length > _delivery.LogsArn.Length + 2
            ? resource[_delivery.LogsArn.Length..^2]
            : null;

    private static bool Is(string text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
}
