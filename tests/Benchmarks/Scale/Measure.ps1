# What ScaleBenchmark measures: a command, the first of its process, in a pwsh of its own. Tells what came of it as JSON.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Command
)
$ErrorActionPreference = 'Stop'

function Get-PeakMegabytes {
    $process = [Diagnostics.Process]::GetCurrentProcess()
    $process.PeakWorkingSet64 / 1MB
    $process.Dispose()
}

# In a session that keeps its progress records.
$shell = [powershell]::Create()
$null = $shell.AddCommand('Import-Module').AddArgument($Module).Invoke()
$shell.Commands.Clear()
$before = Get-PeakMegabytes
$watch = [Diagnostics.Stopwatch]::StartNew()
$results = $shell.AddScript($Command).Invoke()
$seconds = $watch.Elapsed.TotalSeconds
$after = Get-PeakMegabytes
if ($shell.HadErrors) { throw $shell.Streams.Error[0] }

[pscustomobject]@{
    Seconds         = $seconds
    MegabytesBefore = $before
    MegabytesAfter  = $after
    ProgressRecords = $shell.Streams.Progress.Where{ $_.RecordType -eq 'Processing' }.Count
    Results         = @($results | Select-Object CheckId, Verdict, Observed, Changed)
} | ConvertTo-Json -EnumsAsStrings -Compress
