namespace OrgTrail.Trails;

/// <summary>What AWS Control Tower sets up by itself.</summary>
internal static class ControlTower
{
    /// <summary>Its organization trail (AWS Control Tower user guide, "Logging AWS Control Tower actions with AWS CloudTrail").</summary>
    public const string TrailName = "aws-controltower-BaselineCloudTrail";
}
