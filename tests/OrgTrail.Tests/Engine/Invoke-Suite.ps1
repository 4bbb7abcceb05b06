<#
Runs one Pester suite and writes the outcome of each test as JSON, for PesterRuns.cs to read.
Written for Pester 5 and 6.
#>
param(
    [Parameter(Mandatory)] [string] $Suite,
    [Parameter(Mandatory)] [string] $Result
)
$ErrorActionPreference = 'Stop'

function Get-Message($Test) {
    if ($Test.Result -eq 'Passed') { return '' }
    if ($Test.ErrorRecord) { return ($Test.ErrorRecord | ForEach-Object { "$($_.DisplayErrorMessage ?? $_)`n$($_.DisplayStackTrace)".Trim() }) -join "`n" }

    # A BeforeAll that failed has its error in the block, and the tests in it have none.
    for ($block = $Test.Block; $block; $block = $block.Parent) {
        if ($block.ErrorRecord) { return "the block '$($block.Name)' failed: $($block.ErrorRecord -join "`n")" }
    }
    if ($Test.Result -eq 'Skipped') { 'skipped by -Skip in the suite' } else { "Pester says $($Test.Result)" }
}

Import-Module Pester -MinimumVersion 5.0
$run = Invoke-Pester -Configuration @{
    Run    = @{ Path = $Suite; PassThru = $true }
    Output = @{ Verbosity = 'None' }
}
# Errors of single blocks are told by the tests in them; a file that does not even load has no tests that could.
$broken = $run.Containers | Where-Object { $_.ErrorRecord } | ForEach-Object { $_.ErrorRecord | Out-String }
@{
    error = if ($broken) { "the suite does not load: $broken" } else { $null }
    failedBlocks = @($run.FailedBlocks | ForEach-Object { "$($_.Path -join ' > '): $($_.ErrorRecord -join "`n")" })
    tests = @($run.Tests | ForEach-Object {
            @{ path = @($_.Path); expandedName = "$($_.ExpandedName)"; result = "$($_.Result)"; message = Get-Message $_ }
        })
} | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $Result
