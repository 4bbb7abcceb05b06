using System.Text.RegularExpressions;

namespace OrgTrail.Trails;

/// <summary>The partitions of AWS, each with Regions, accounts and ARNs of its own.</summary>
internal static partial class Partition
{
    // The Region shapes of the SDKs' endpoint rules (partitions.json); the first that fits counts. The last one takes
    // any two-letter area, so that a new area of the commercial partition needs no change here.
    private static readonly (Regex Regions, string Name)[] Shapes =
    [
        (China(), "aws-cn"),
        (GovCloud(), "aws-us-gov"),
        (EuropeanSovereignCloud(), "aws-eusc"),
        (Iso(), "aws-iso"),
        (IsoB(), "aws-iso-b"),
        (IsoE(), "aws-iso-e"),
        (IsoF(), "aws-iso-f"),
        (Commercial(), "aws"),
    ];

    /// <summary>The partition of a Region.</summary>
    /// <param name="region">The code of a Region, for example <c>us-gov-west-1</c>.</param>
    /// <returns>The second part of ARNs there: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>, <c>aws-eusc</c>, <c>aws-iso</c>, <c>aws-iso-b</c>, <c>aws-iso-e</c> or <c>aws-iso-f</c>.</returns>
    /// <exception cref="OrgTrailException">The text does not have the shape of a Region (<c>InvalidRegion</c>).</exception>
    public static string OfRegion(string? region) => Find(NamingRule.Region.Require(region))!;

    /// <summary>Whether a text is the name of a partition.</summary>
    /// <param name="name">The second part of an ARN.</param>
    public static bool IsKnown(string? name) => Shapes.Any(shape => shape.Name == name);

    /// <summary>The partition of a Region; <see langword="null"/> for a text without the shape of a Region.</summary>
    internal static string? Find(string region) =>
        Array.Find(Shapes, shape => shape.Regions.IsMatch(region)).Name;

    [GeneratedRegex(@"\Acn-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex China();

    [GeneratedRegex(@"\Aus-gov-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex GovCloud();

    [GeneratedRegex(@"\Aeusc-[a-z]{2}-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex EuropeanSovereignCloud();

    [GeneratedRegex(@"\Aus-iso-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\Aus-isob-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex IsoB();

    [GeneratedRegex(@"\Aeu-isoe-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex IsoE();

    [GeneratedRegex(@"\Aus-isof-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex IsoF();

    [GeneratedRegex(@"\A[a-z]{2}-[a-z]+-[0-9]{1,2}\z")]
    private static partial Regex Commercial();
}
