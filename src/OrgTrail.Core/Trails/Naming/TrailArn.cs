namespace OrgTrail.Trails;

/// <summary>The ARN of a trail, in its parts: <c>arn:&lt;partition&gt;:cloudtrail:&lt;home Region&gt;:&lt;account&gt;:trail/&lt;name&gt;</c>.</summary>
/// <param name="Partition">The partition, for example <c>aws</c>; always the one that <paramref name="Region"/> lies in.</param>
/// <param name="Region">The trail's home Region.</param>
/// <param name="AccountId">The account that owns the trail: for an organization trail the management account, whoever created it.</param>
/// <param name="Name">The trail's name.</param>
internal readonly record struct TrailArn(string Partition, string Region, string AccountId, string Name)
{
    private const string Service = "cloudtrail";
    private const string ResourceType = "trail/";

    /// <summary>Whether a text is meant as an ARN, however malformed, and not as a name. No trail name contains a colon.</summary>
    /// <param name="text">A trail's name or ARN.</param>
    public static bool IsMeantBy(string? text) => Arn.IsMeantBy(text);

    /// <summary>The ARN of a trail whose parts are known.</summary>
    /// <param name="homeRegion">The trail's home Region.</param>
    /// <param name="accountId">The account that owns the trail.</param>
    /// <param name="name">The trail's name.</param>
    /// <exception cref="OrgTrailException">A part breaks its rule: <c>InvalidRegion</c>, <c>InvalidAccountId</c> or <c>InvalidTrailName</c>.</exception>
    public static TrailArn For(string? homeRegion, string? accountId, string? name) => new(
        Trails.Partition.OfRegion(homeRegion),
        homeRegion!,
        NamingRule.AccountId.Require(accountId),
        NamingRule.TrailName.Require(name));

    /// <summary>Takes an ARN apart.</summary>
    /// <param name="text">The ARN; blanks around it are not allowed.</param>
    /// <exception cref="OrgTrailException">The text is not the ARN of a trail (<c>InvalidTrailArn</c>).</exception>
    public static TrailArn Parse(string? text) =>
        TryParse(text, out var arn, out var problem) ? arn : throw new OrgTrailException(problem!);

    /// <summary>Takes an ARN apart, if it is one.</summary>
    /// <param name="text">The ARN.</param>
    /// <param name="arn">Its parts.</param>
    /// <param name="problem">What is wrong with the text, when it is not the ARN of a trail.</param>
    public static bool TryParse(string? text, out TrailArn arn, out Problem? problem)
    {
        var parsed = Arn.Find(text);
        var fault = parsed is { } parts ? Fault(parts) : string.IsNullOrEmpty(text) ? "it is empty" : "it does not have the six parts of an ARN";
        problem = fault is null ? null : Invalid(text ?? "", fault);
        arn = fault is null && parsed is { } right ? new TrailArn(right.Partition, right.Region, right.AccountId, right.Resource[ResourceType.Length..]) : default;
        return fault is null;
    }

    /// <summary>The ARN as AWS writes it.</summary>
    public override string ToString() => new Arn(Partition, Service, Region, AccountId, ResourceType + Name).ToString();

    private static string? Fault(Arn arn) => arn switch
    {
        { Service: not Service } => $"it belongs to the service {NamingRule.Quote(arn.Service)}, not '{Service}'",
        _ when !Trails.Partition.IsKnown(arn.Partition) => $"{NamingRule.Quote(arn.Partition)} is not a partition of AWS",
        _ when NamingRule.Region.Check(arn.Region) is { } problem => In(problem),
        _ when Trails.Partition.OfRegion(arn.Region) is var home && home != arn.Partition =>
            $"Region {arn.Region} lies in the partition '{home}', not '{arn.Partition}'",
        _ when NamingRule.AccountId.Check(arn.AccountId) is { } problem => In(problem),
        _ when !arn.Resource.StartsWith(ResourceType, StringComparison.Ordinal) => "its resource is not a trail",
        _ when NamingRule.TrailName.Check(arn.Resource[ResourceType.Length..]) is { } problem => In(problem),
        _ => null,
    };

    private static string In(Problem problem) => char.ToLowerInvariant(problem.What[0]) + problem.What[1..^1];

    private static Problem Invalid(string text, string fault) => new(
        "InvalidTrailArn",
        ProblemKind.InvalidInput,
        $"{NamingRule.Quote(text)} is not the ARN of a trail: {fault}.",
        "Use arn:<partition>:cloudtrail:<home Region>:<account id>:trail/<name>, for example arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail. Get-OrgTrail shows the ARNs of the trails you see.");
}
