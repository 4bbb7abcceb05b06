<#
Delegated administrators: registering and unregistering them by OrgTrail's cmdlets against the sandbox, and every other cmdlet
from such an account, which knows the organization's trails by their ARN alone.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    function Deny-Registering {
        'RegisterOrganizationDelegatedAdmin', 'DeregisterOrganizationDelegatedAdmin' | ForEach-Object { Add-SandboxFault @{ Kind = 'AccessDenied'; Operation = $_ } }
    }
}

Describe 'Delegated administrators' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 6
        Enable-OrgTrustedAccess | Out-Null
        $first, $second, $third, $fourth, $fifth = $sandbox.Accounts[1..5]
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'are none at first' {
        Get-OrgTrailDelegatedAdmin | Should -BeNullOrEmpty
    }

    It 'are registered by CloudTrail''s own call, which makes the roles, and shown' {
        $administrator = Register-OrgTrailDelegatedAdmin $first

        $administrator | Should -BeOfType OrgTrail.DelegatedAdministrator
        $administrator.AccountId | Should -Be $first
        $administrator.State | Should -Be ACTIVE
        $administrator.DelegationEnabledDate | Should -Not -BeNullOrEmpty
        (Get-OrgTrailDelegatedAdmin).AccountId | Should -Be $first
        Get-OrgTrailDelegatedAdmin | Out-String | Should -Match "$first +\S.* ACTIVE"
    }

    It 'are right already when they are registered, and when they are not' {
        Register-OrgTrailDelegatedAdmin $first | Out-Null
        Deny-Registering

        (Register-OrgTrailDelegatedAdmin $first).AccountId | Should -Be $first
        $said = Unregister-OrgTrailDelegatedAdmin $second -Confirm:$false -Verbose 4>&1
        "$said" | Should -BeLike '*right already*'
    }

    It 'are registered several at once, as arguments and from the pipeline' {
        (Register-OrgTrailDelegatedAdmin $first, $second).AccountId | Should -Be $first, $second
        ([pscustomobject] @{ Id = $third; Name = 'x' } | Register-OrgTrailDelegatedAdmin).AccountId | Should -Be $third
        ($first, $second | Register-OrgTrailDelegatedAdmin).AccountId | Should -Be $first, $second
    }

    It 'are unregistered from the pipeline, and nothing is emitted' {
        Register-OrgTrailDelegatedAdmin $first, $second | Out-Null

        Get-OrgTrailDelegatedAdmin | Unregister-OrgTrailDelegatedAdmin -Confirm:$false | Should -BeNullOrEmpty

        Get-OrgTrailDelegatedAdmin | Should -BeNullOrEmpty
    }

    It 'are unregistered by the connection that they were read with' {
        Register-OrgTrailDelegatedAdmin $first | Out-Null
        $keys = As 111111111111
        Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY -ErrorAction Ignore

        Get-OrgTrailDelegatedAdmin @keys | Unregister-OrgTrailDelegatedAdmin -Confirm:$false

        Get-OrgTrailDelegatedAdmin @keys | Should -BeNullOrEmpty
    }

    It 'are refused before anything is sent: <What>' -ForEach @(
        @{ What = 'an id that is none'; Id = 'InvalidAccountId'; Account = { '12345' } }
        @{ What = 'no id'; Id = 'InvalidAccountId'; Account = { '' } }
        @{ What = 'the management account'; Id = 'CannotDelegateManagementAccount'; Account = { '111111111111' } }
        @{ What = 'an account of somebody else'; Id = 'AccountNotFound'; Account = { '999999999999' } }
        @{ What = 'a closed account'; Id = 'AccountSuspended'; Account = { Invoke-SandboxAws organizations CloseAccount @{ AccountId = $fifth } | Out-Null; $fifth } }
        @{ What = 'a fourth one'; Id = 'TooManyDelegatedAdministrators'; Account = { Register-OrgTrailDelegatedAdmin $first, $second, $third | Out-Null; $fourth } }
        @{ What = 'one without trusted access'; Id = 'TrustedAccessNotEnabled'; Account = { Disable-OrgTrustedAccess -Confirm:$false | Out-Null; $first } }
    ) {
        $account = & $Account
        $before = (Get-OrgTrailDelegatedAdmin).AccountId
        Deny-Registering

        Get-Refusal { Register-OrgTrailDelegatedAdmin $account } | Should -Be $Id

        (Get-OrgTrailDelegatedAdmin).AccountId | Should -Be $before
    }

    It 'say who fills the three places, and what makes room' {
        Register-OrgTrailDelegatedAdmin $first, $second, $third | Out-Null

        Register-OrgTrailDelegatedAdmin $fourth -ErrorVariable failure -ErrorAction SilentlyContinue

        "$($failure[0])" | Should -BeLike "*$first, $second, $third*"
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Unregister-OrgTrailDelegatedAdmin*'
        $failure[0].TargetObject | Should -Be $fourth
    }

    It 'are changed by the management account alone, which is said before anything is sent: <Name>' -ForEach @(
        @{ Name = 'Register'; Command = { Register-OrgTrailDelegatedAdmin $second @administrator } }
        @{ Name = 'Unregister'; Command = { Unregister-OrgTrailDelegatedAdmin $first -Confirm:$false @administrator } }
    ) {
        Register-OrgTrailDelegatedAdmin $first | Out-Null
        $administrator = As $first
        Deny-Registering

        Get-Refusal $Command | Should -Be NotOrganizationManagementAccount
    }

    It 'go on after one that is refused' {
        $registered = Register-OrgTrailDelegatedAdmin $first, 999999999999, $second -ErrorVariable failure -ErrorAction SilentlyContinue

        $registered.AccountId | Should -Be $first, $second
        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be AccountNotFound
    }

    It 'are shown with -WhatIf, and nothing is sent' {
        Register-OrgTrailDelegatedAdmin $first | Out-Null

        Register-OrgTrailDelegatedAdmin $second -WhatIf | Should -BeNullOrEmpty
        Unregister-OrgTrailDelegatedAdmin $first -WhatIf | Should -BeNullOrEmpty

        (Get-OrgTrailDelegatedAdmin).AccountId | Should -Be $first
    }
}

Describe 'From a delegated administrator account' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        Set-BeforeTheTrail | New-OrgTrail -StartLogging | Out-Null
        Register-OrgTrailDelegatedAdmin 222222222222 | Out-Null
        $administrator = As 222222222222
        $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
        $trail = Get-OrgTrail $arn @administrator
    }
    AfterEach { Stop-OrgTrailSandbox }

    It '<Name> works by <By>' -ForEach @(
        foreach ($by in @{ By = 'the ARN'; Named = { $arn } }, @{ By = 'the trail'; Named = { $trail } }, @{ By = 'the name'; Named = { 'acme' } }) {
            @{ Name = 'Get-OrgTrail'; Command = { (Get-OrgTrail $identity @administrator).TrailARN | Should -Be $arn } } + $by
            @{ Name = 'Get-OrgTrailStatus'; Command = { (Get-OrgTrailStatus $identity @administrator).IsLogging | Should -BeTrue } } + $by
            @{ Name = 'Set-OrgTrail'; Command = { (Set-OrgTrail $identity -EnableLogFileValidation $false @administrator).LogFileValidationEnabled | Should -BeFalse } } + $by
            @{ Name = 'Stop- and Start-OrgTrailLogging'; Command = {
                    Stop-OrgTrailLogging $identity -Confirm:$false @administrator | Out-Null
                    (Get-OrgTrailStatus acme).IsLogging | Should -BeFalse
                    Start-OrgTrailLogging $identity @administrator | Out-Null
                    (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
                }
            } + $by
            @{ Name = 'Get- and Set-OrgTrailEventSelector'; Command = {
                    (Get-OrgTrailEventSelector $identity @administrator).TrailARN | Should -Be $arn
                    Set-OrgTrailEventSelector $identity @{ ReadWriteType = 'WriteOnly' } -WarningAction Ignore @administrator | Out-Null
                    (Get-OrgTrailEventSelector acme).Basic.ReadWriteType | Should -Be WriteOnly
                }
            } + $by
            @{ Name = 'Get- and Set-OrgTrailInsightSelector'; Command = {
                    (Get-OrgTrailInsightSelector $identity @administrator).TrailARN | Should -Be $arn
                    Set-OrgTrailInsightSelector $identity ApiErrorRateInsight @administrator | Out-Null
                    (Get-OrgTrailInsightSelector acme).Selectors.InsightType | Should -Be ApiErrorRateInsight
                }
            } + $by
            @{ Name = 'Remove-OrgTrail'; Command = {
                    Remove-OrgTrail $identity -Confirm:$false @administrator
                    Get-OrgTrail | Should -BeNullOrEmpty
                }
            } + $by
        }
    ) {
        $identity = & $Named
        & $Command
    }

    It 'shows trusted access and delegated administrators' {
        (Get-OrgTrustedAccess @administrator).Enabled | Should -BeTrue
        (Get-OrgTrailDelegatedAdmin @administrator).AccountId | Should -Be 222222222222
    }

    It 'refuses to turn the trail into an account trail, and back, by one clear error and before anything is sent' {
        Set-BeforeTheTrail mine | Out-Null
        New-OrgTrailBucketPolicy acme-audit mine -ManagementAccountId 222222222222 -OrganizationId $sandbox.OrganizationId -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy | Out-Null
        New-OrgTrail mine acme-audit -IsOrganizationTrail $false -WarningAction Ignore @administrator | Out-Null
        Add-SandboxFault @{ Kind = 'ServerError'; Operation = 'UpdateTrail' }
        $quietly = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'script:failure' }

        foreach ($conversion in { Set-OrgTrail $arn -IsOrganizationTrail $false @quietly @administrator }, { Set-OrgTrail mine -IsOrganizationTrail $true @quietly @administrator }) {
            & $conversion
            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotOrganizationManagementAccount,*'
            "$($failure[0])" | Should -BeLike '*management account 111111111111*222222222222*'
        }
    }

    It 'lets only the management account end the organization''s part' {
        Get-Refusal { Remove-OrgTrail $arn -IncludeTrustedAccess -Confirm:$false @administrator } | Should -Be NotOrganizationManagementAccount

        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }
}
