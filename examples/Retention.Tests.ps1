<#
Proves, offline, that the logs of a bucket made by New-OrgTrailBucket cannot be deleted before their time, not even by somebody
with all rights in the account; and that this is the lock's doing. Run with: Invoke-Pester examples
#>
BeforeAll {
    Import-Module "$PSScriptRoot/../out/OrgTrail/OrgTrail.psd1"
    . "$PSScriptRoot/SandboxCalls.ps1"

    # The claim: no version of a log can be deleted for good, and none is gone afterwards.
    function Assert-LogsStay([string] $BucketName) {
        $logs = @(Get-SandboxLog $BucketName)
        if (-not $logs) { throw "The bucket $BucketName holds no logs." }
        foreach ($log in $logs) {
            foreach ($header in @{}, @{ 'x-amz-bypass-governance-retention' = 'true' }) {
                $answer = Invoke-SandboxS3 DELETE "/$BucketName/$($log.Key)?versionId=$($log.VersionId)" $header
                if ($answer.StatusCode -lt 400) { throw "A log could be deleted: $($log.Key)" }
            }
        }
        $left = @(Get-SandboxLog $BucketName)
        if (Compare-Object $logs.VersionId $left.VersionId) { throw "Logs of $BucketName are gone." }
    }

    function New-AuditedBucket([hashtable] $Protection) {
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit -TrailName acme @Protection | New-OrgTrail acme -StartLogging | Out-Null
        $sandbox.Advance('02:00')
    }
}

Describe 'The logs of the organization' {
    BeforeEach { $sandbox = Start-OrgTrailSandbox -Account 2 -Region us-east-1 }
    AfterEach { Stop-OrgTrailSandbox }

    It 'cannot be deleted before their time' {
        New-AuditedBucket @{ ObjectLockMode = 'COMPLIANCE'; ObjectLockDays = 90 }

        { Assert-LogsStay acme-audit } | Should -Not -Throw
    }

    It 'can be deleted once it is over' {
        New-AuditedBucket @{ ObjectLockMode = 'COMPLIANCE'; ObjectLockDays = 1 }
        Get-OrgTrail | Stop-OrgTrailLogging -Confirm:$false
        $sandbox.Advance('2.00:00:00')

        { Assert-LogsStay acme-audit } | Should -Throw 'A log could be deleted*'
    }

    It 'are at the mercy of who may bypass governance' {
        New-AuditedBucket @{ ObjectLockMode = 'GOVERNANCE'; ObjectLockDays = 90 }

        { Assert-LogsStay acme-audit } | Should -Throw 'A log could be deleted*'
    }

    It 'can be deleted when the protection is taken away' {
        New-AuditedBucket @{}

        { Assert-LogsStay acme-audit } | Should -Throw 'A log could be deleted*'
    }
}
