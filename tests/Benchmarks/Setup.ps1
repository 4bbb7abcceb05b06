# What SetupBenchmark times: the pipeline of the README, then the confirmation.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $EndpointUrl,
    [Parameter(Mandatory)] [string] $BucketName,
    [Parameter(Mandatory)] [string] $TrailName
)
$ErrorActionPreference = 'Stop'
Import-Module $Module

$trail = Enable-OrgTrustedAccess -EndpointUrl $EndpointUrl -Confirm:$false |
    New-OrgTrailBucketPolicy -BucketName $BucketName -TrailName $TrailName |
    Set-OrgTrailBucketPolicy -Confirm:$false |
    New-OrgTrail -StartLogging -Confirm:$false

$seen = $trail | Get-OrgTrail
$status = $trail | Get-OrgTrailStatus
if (-not ($seen.IsOrganizationTrail -and $seen.IsMultiRegionTrail -and $status.IsLogging)) {
    throw "Trail $TrailName is not a multi-Region organization trail that logs."
}
"$($seen.TrailARN) is a multi-Region organization trail, and logs."
