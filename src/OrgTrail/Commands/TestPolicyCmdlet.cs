using System.Management.Automation;
using OrgTrail.Completion;
using OrgTrail.Connection;
using OrgTrail.Files;

namespace OrgTrail.Commands;

/// <summary>A cmdlet that judges the policy of what a trail uses: given, in a file, or the one that is in force.</summary>
public abstract class TestPolicyCmdlet : ConnectedCmdlet
{
    /// <summary>A file with the policy as JSON text.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The trail, as Get-OrgTrail emits it, with its bucket, prefix, key and home Region.</summary>
    [Parameter(ValueFromPipeline = true)]
    public Trail? Trail { get; set; }

    /// <summary>
    /// The id of the organization. The policy of a bucket needs it, and it is looked up when it is not given; in the policy of a
    /// key only statements that name it depend on it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? OrganizationId { get; set; }

    /// <summary>The 12-digit id of the management account; looked up when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? ManagementAccountId { get; set; }

    /// <summary>The trail's home Region; the Region of the connection when it is not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? HomeRegion { get; set; }

    /// <summary>The text to judge: the file's, or else the given one.</summary>
    private protected async Task<string?> ReadPolicyAsync(string? given, CancellationToken cancellation) =>
        Path is null ? given : await TextFile.ReadAsync(Pipeline.GetFilePath(Path), cancellation);
}
