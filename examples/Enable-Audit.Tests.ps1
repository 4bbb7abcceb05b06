<#
Tests the runbook offline, against the sandbox of OrgTrail. Run with: Invoke-Pester examples
#>
BeforeAll {
    Import-Module "$PSScriptRoot/../out/OrgTrail/OrgTrail.psd1"
}

Describe 'Enable-Audit.ps1' {
    BeforeEach { $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit }
    AfterEach { Stop-OrgTrailSandbox }

    It 'leaves one organization trail for all Regions, which logs' {
        & "$PSScriptRoot/Enable-Audit.ps1" -BucketName acme-audit

        $trail = Get-OrgTrail
        $trail | Should -HaveCount 1
        $trail.IsMultiRegionTrail | Should -BeTrue
        ($trail | Get-OrgTrailStatus).IsLogging | Should -BeTrue
    }

    It 'delivers log files: the bucket policy lets CloudTrail in' {
        & "$PSScriptRoot/Enable-Audit.ps1" -BucketName acme-audit
        $sandbox.Advance('01:00')

        $status = Get-OrgTrail | Get-OrgTrailStatus
        $status.LatestDeliveryTime | Should -Not -BeNullOrEmpty
        $status.LatestDeliveryError | Should -BeNullOrEmpty
    }

    It 'repairs a trail that somebody stopped and narrowed, and makes no second one' {
        & "$PSScriptRoot/Enable-Audit.ps1" -BucketName acme-audit
        Get-OrgTrail | Set-OrgTrail -IsMultiRegionTrail $false | Stop-OrgTrailLogging -Confirm:$false

        & "$PSScriptRoot/Enable-Audit.ps1" -BucketName acme-audit

        Get-OrgTrail | Should -HaveCount 1
        (Get-OrgTrail).IsMultiRegionTrail | Should -BeTrue
        (Get-OrgTrail | Get-OrgTrailStatus).IsLogging | Should -BeTrue
    }

    It 'says so when it is run in a member account' {
        $env:AWS_ACCESS_KEY_ID = $sandbox.Accounts[-1]

        { & "$PSScriptRoot/Enable-Audit.ps1" -BucketName acme-audit } | Should -Throw -ErrorId 'AccessDenied*'
    }
}
