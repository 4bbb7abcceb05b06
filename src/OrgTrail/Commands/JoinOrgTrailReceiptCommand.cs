using System.Management.Automation;
using OrgTrail.Operations;
using OrgTrail.Pipeline;

namespace OrgTrail.Commands;

/// <summary>Joins the receipts of machines that shared a proof to one.</summary>
/// <remarks>
/// <para>Test-OrgTrailLogIntegrity -Shard 3/64 proves one part of all accounts and Regions and writes its receipt. This cmdlet
/// joins the receipts of all parts. It refuses when one is missing, when a part is there twice, when an account and Region
/// stands in a part that it does not belong to, and when trail, range, accounts or Regions differ.</para>
/// <para>The joined receipt is like that of one machine: the next proof goes on from it, with or without -Shard. It works offline.</para>
/// </remarks>
/// <example>
/// <para>Joins the receipts of an array job.</para>
/// <code>Get-ChildItem ./receipts/*.json | Join-OrgTrailReceipt -Destination ./acme.receipt.json</code>
/// </example>
[Cmdlet(VerbsCommon.Join, "OrgTrailReceipt", SupportsShouldProcess = true)]
[OutputType(typeof(IntegrityReport))]
public sealed class JoinOrgTrailReceiptCommand : AsyncCmdlet
{
    private readonly List<string> _paths = [];

    /// <summary>The receipts of all parts.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Where the joined receipt is written. A file that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <inheritdoc/>
    protected override object? ErrorTarget => Destination;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellation)
    {
        _paths.AddRange(Path.Select(path => Pipeline.GetFilePath(path)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellation)
    {
        var path = Pipeline.GetFilePath(Destination);
        if (await ShouldAsync(path, "Write receipt", [.. _paths]))
            WriteObject(await JoinReceipts.RunAsync(_paths, path, TimeProvider.System, cancellation));
    }
}
