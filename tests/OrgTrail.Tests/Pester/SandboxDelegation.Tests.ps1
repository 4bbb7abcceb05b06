<#
Delegated administrators of CloudTrail, by OrgTrail's cmdlets against the sandbox: what they may do, what is refused them,
and that the trails they make are the management account's.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1
}

Describe 'A delegated administrator' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        Set-BeforeTheTrail | Out-Null
        Invoke-SandboxAws cloudtrail RegisterOrganizationDelegatedAdmin @{ MemberAccountId = $sandbox.Accounts[1] } | Out-Null
        $administrator = As $sandbox.Accounts[1]
        $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'creates the management account''s trail and starts it, which goes by the ARN only' {
        (New-OrgTrail acme acme-audit -StartLogging -WarningAction Ignore @administrator).TrailARN | Should -Be $arn

        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
        { Invoke-SandboxAws cloudtrail StartLogging @{ Name = 'acme' } $sandbox.Accounts[1] } | Should -Throw TrailNotFoundException
    }

    It 'changes, stops and removes it, even by its name' {
        New-OrgTrail acme acme-audit -StartLogging -WarningAction Ignore @administrator | Out-Null

        (Set-OrgTrail acme -EnableLogFileValidation $false -WarningAction Ignore @administrator).LogFileValidationEnabled | Should -BeFalse
        Stop-OrgTrailLogging acme -Confirm:$false @administrator | Out-Null
        (Get-OrgTrailStatus acme).IsLogging | Should -BeFalse
        Remove-OrgTrail acme -Confirm:$false @administrator
        Get-OrgTrail | Should -BeNullOrEmpty
    }

    It 'is refused a second trail of the name' {
        New-OrgTrail acme acme-audit -WarningAction Ignore @administrator | Out-Null

        Get-Refusal { New-OrgTrail acme acme-audit @administrator } | Should -Be TrailAlreadyExists
    }

    It 'is refused to turn it into an account trail, and to disable trusted access' {
        New-OrgTrail acme acme-audit -WarningAction Ignore @administrator | Out-Null

        Get-Refusal { Set-OrgTrail $arn -IsOrganizationTrail $false @administrator } | Should -Be NotOrganizationManagementAccount
        Get-Refusal { Disable-OrgTrustedAccess -Confirm:$false @administrator } | Should -Be AccessDenied
        (Get-OrgTrail acme).IsOrganizationTrail | Should -BeTrue
    }

    It 'never removes the organization''s trail for an account trail of its own of the same name' {
        New-OrgTrail acme acme-audit -WarningAction Ignore | Out-Null
        New-OrgTrailBucketPolicy acme-audit acme -ManagementAccountId $sandbox.Accounts[1] -OrganizationId $sandbox.OrganizationId -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy | Out-Null
        New-OrgTrail acme acme-audit -IsOrganizationTrail $false -WarningAction Ignore @administrator | Out-Null

        Remove-OrgTrail $arn -Confirm:$false @administrator

        (Get-OrgTrail acme -IncludeAccountTrail @administrator).TrailARN | Should -BeLike "*:$($sandbox.Accounts[1]):trail/acme"
        Get-OrgTrail | Should -BeNullOrEmpty
    }
}
