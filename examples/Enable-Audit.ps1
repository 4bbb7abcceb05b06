<#
.SYNOPSIS
    A runbook: makes sure that the organization is audited by one trail into the given bucket.
.DESCRIPTION
    Can be run again at any time: what is right already is left alone.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $BucketName,
    [string] $TrailName = 'organization-audit'
)
$ErrorActionPreference = 'Stop'

$policy = Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy -BucketName $BucketName -TrailName $TrailName | Set-OrgTrailBucketPolicy

$trail = Get-OrgTrail | Where-Object Name -EQ $TrailName
if ($trail) {
    $trail | Set-OrgTrail -S3BucketName $BucketName -IsMultiRegionTrail $true -EnableLogFileValidation $true | Start-OrgTrailLogging
}
else {
    $policy | New-OrgTrail -StartLogging
}
