<#
Proves one part of a trail's logs, as one task of an array job. The scheduler counts from 0 or from 1 and tells the task its
number in a variable of its own; the parts of -Shard count from 1.

    TRAIL       the trail's name or ARN
    PARTS       how many tasks there are
    RECEIPTS    a folder that all tasks share, or a mounted bucket
    START, END  the time to prove, for example 2026-03-01T00:00:00Z: the same for all tasks
#>
$ErrorActionPreference = 'Stop'

$part = switch ($env:SCHEDULER) {
    'batch' { 1 + [int] $env:AWS_BATCH_JOB_ARRAY_INDEX }
    'kubernetes' { 1 + [int] $env:JOB_COMPLETION_INDEX }
    'slurm' { 1 + [int] $env:SLURM_ARRAY_TASK_ID }
    default { throw 'SCHEDULER is batch, kubernetes or slurm.' }
}

$range = @{}
if ($env:START) { $range.StartTime = [datetime] $env:START }
if ($env:END) { $range.EndTime = [datetime] $env:END }

Import-Module OrgTrail
$report = Test-OrgTrailLogIntegrity $env:TRAIL -Shard "$part/$env:PARTS" -ReceiptPath "$env:RECEIPTS/part-$part.json" -Summary @range
"$report"
# A part without accounts of its own has nothing to prove; that is for the joined receipt to judge.
if ($report.Failed -or $report.Incomplete) {
    $report.Failures | ForEach-Object { "$_"; $_.Findings | ForEach-Object { "  $_" } }
    exit 1
}
