# What IntegrityBenchmark does in a pwsh of its own: sets a trail up, exports a bundle, or times proofs, of which the first warms up.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [ValidateSet('Setup', 'Export', 'Live', 'Disk')] [string] $Action,
    [string] $Path,
    [int] $Runs = 1
)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Module

function Measure-Proof ([scriptblock] $Proof) {
    $seconds = foreach ($run in 0..$Runs) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $report = & $Proof
        $watch.Elapsed.TotalSeconds
        if (-not $report.Proven) { throw "$report" }
    }
    [pscustomobject]@{
        Seconds   = @($seconds | Select-Object -Skip 1)
        Logs      = $report.Logs
        Digests   = $report.Digests
        Chains    = $report.Chains
        Bytes     = $report.Bytes
        Megabytes = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB
    }
}

$result = switch ($Action) {
    Setup { Enable-OrgTrustedAccess -Confirm:$false | New-OrgTrailBucket bench-audit bench | New-OrgTrail -StartLogging -WarningAction SilentlyContinue | Select-Object Name, TrailARN }
    Export { Export-OrgTrailEvidence bench -DestinationPath $Path -IncludeLog -Confirm:$false | Select-Object Proven, Logs, Digests, Chains, Bytes }
    Live { Measure-Proof { Test-OrgTrailLogIntegrity bench -Summary } }
    Disk { Measure-Proof { Test-OrgTrailLogIntegrity -Path $Path -Summary } }
}
$result | ConvertTo-Json -Compress
