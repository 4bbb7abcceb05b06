namespace OrgTrail.Ports;

/// <summary>A trail as ListTrails shows it.</summary>
/// <param name="TrailArn">The trail's ARN, with the owner's account id and the home Region.</param>
/// <param name="Name">The trail's name.</param>
/// <param name="HomeRegion">Where the trail was created, and where alone it can be changed.</param>
internal sealed record TrailListing(string TrailArn, string Name, string HomeRegion);
