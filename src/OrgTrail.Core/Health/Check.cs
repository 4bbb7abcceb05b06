using OrgTrail.State;

namespace OrgTrail.Health;

/// <summary>One question about a trail's health.</summary>
/// <param name="id">Stable, in Pascal case: scripts depend on it.</param>
/// <param name="title">What is checked, in a few words.</param>
/// <param name="reason">Why it matters.</param>
/// <param name="controls">The controls of public benchmarks that it answers, see <see cref="Control"/>.</param>
internal abstract class Check(string id, string title, string reason, params string[] controls)
{
    /// <summary>The check's id.</summary>
    public string Id { get; } = id;

    /// <summary>What is checked.</summary>
    public string Title { get; } = title;

    /// <summary>Why it matters.</summary>
    public string Reason { get; } = reason;

    /// <summary>The controls that it answers.</summary>
    public IReadOnlyList<string> Controls { get; } = controls;

    /// <summary>Before which changes it is asked, too.</summary>
    public virtual AskedBefore AskedBefore => AskedBefore.Nothing;

    /// <summary>Answers the question. What cannot be read makes the answer unknown, see <see cref="TrailHealth"/>.</summary>
    /// <exception cref="OrgTrailException">A fact that it needs cannot be read.</exception>
    public abstract Task<Finding> EvaluateAsync(TrailState state);
}
