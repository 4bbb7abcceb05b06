using OrgTrail.Connection;
using OrgTrail.Trails;

namespace OrgTrail;

/// <summary>Which trail is meant: by its name, by its ARN, or by a trail that was read before.</summary>
public sealed class TrailIdentity
{
    private readonly string _text;

    /// <summary>A trail by its name or ARN. The text is checked when the trail is looked up.</summary>
    /// <param name="nameOrArn">A name, or <c>arn:&lt;partition&gt;:cloudtrail:&lt;home Region&gt;:&lt;account&gt;:trail/&lt;name&gt;</c>.</param>
    /// <param name="source">What brought it here, with its connection; <see langword="null"/> when it was typed.</param>
    public TrailIdentity(string nameOrArn, CloudObject? source = null)
    {
        _text = nameOrArn;
        Source = source;
    }

    /// <summary>A trail that was read before.</summary>
    public TrailIdentity(Trail trail) : this(trail.TrailARN, trail) => Trail = trail;

    /// <summary>The trail that was read before; <see langword="null"/> when only its name or ARN is known.</summary>
    public Trail? Trail { get; }

    /// <summary>What brought it here, with its connection.</summary>
    public CloudObject? Source { get; }

    /// <summary>Whether the text is meant as an ARN.</summary>
    public bool IsArn => TrailArn.IsMeantBy(_text);

    /// <summary>The trail's name.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidTrailName</c>.</exception>
    public string RequireName() => NamingRule.TrailName.Require(_text);

    /// <summary>The trail's ARN, taken apart.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidTrailArn</c>.</exception>
    internal TrailArn RequireArn() => TrailArn.Parse(_text);

    /// <summary>The name or ARN.</summary>
    public override string ToString() => _text;
}
