using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that works on a trail which exists.</summary>
public abstract class TrailCmdlet : ConnectedCmdlet
{
    /// <summary>
    /// The trail: its name, its ARN, or an object that has one, such as the trails of Get-OrgTrail and of AWS Tools'
    /// Get-CTTrail and Get-CTTrailSummary. A name is looked for in the Region of the connection first and then, with one
    /// listing, in all Regions; a delegated administrator may need the ARN.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TrailARN", "Name")]
    [AllowNull, AllowEmptyString]
    [TrailIdentityTransformation]
    [ArgumentCompleter(typeof(TrailNameCompleter))]
    public TrailIdentity? Trail { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Trail?.ToString();

    /// <summary>The trail, which <see langword="null"/> in the pipeline does not name.</summary>
    private protected TrailIdentity RequiredTrail => Trail ?? new TrailIdentity("");

    /// <summary>The connection of the user's own parameters, or else of the trail that was piped in.</summary>
    private protected Task<CloudSession> TrailSessionAsync(CancellationToken cancellation) =>
        SessionAsync(Trail?.Source, cancellation);
}
