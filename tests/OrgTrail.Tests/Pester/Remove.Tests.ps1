<#
Removing trails, alone and with all that the organization has of CloudTrail, by OrgTrail's cmdlets against the sandbox.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # What is left: trails, delegated administrators, trusted access.
    function Get-Left {
        @((Get-OrgTrail -IncludeAccountTrail).Name; (Get-OrgTrailDelegatedAdmin).AccountId; "trusted: $((Get-OrgTrustedAccess).Enabled)") -ne $null
    }

    $all = @{ IncludeTrustedAccess = $true; IncludeDelegatedAdmin = $true; Confirm = $false }
}

Describe 'Remove-OrgTrail' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 4 -Bucket acme-audit
        Set-BeforeTheTrail | New-OrgTrail -StartLogging | Out-Null
        $administrators = $sandbox.Accounts[1..2]
        Register-OrgTrailDelegatedAdmin $administrators | Out-Null
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'removes the trail alone, and says that its chain of digests ends' {
        Remove-OrgTrail acme -Confirm:$false -WarningVariable told -WarningAction Ignore | Should -BeNullOrEmpty

        Get-Left | Should -Be @($administrators; 'trusted: True')
        "$told" | Should -BeLike 'The chain of digests of trail acme ends*s3://acme-audit stay.'
    }

    It 'speaks of no chain where there are no digests' {
        Set-OrgTrail acme -EnableLogFileValidation $false | Out-Null

        Remove-OrgTrail acme -Confirm:$false -WarningVariable told -WarningAction Ignore

        $told | Should -BeNullOrEmpty
    }

    It 'says that a trail is not there, when nothing but trails is to go' {
        Get-Refusal { Remove-OrgTrail nowhere -Confirm:$false } | Should -Be TrailNotFound
    }

    It 'removes everything, and nothing of the logs; a second run finds nothing to do' {
        Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/advance" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Post -ContentType application/json -Body '{"Seconds":7200}' | Out-Null
        $logs = @(Invoke-AwsCli s3api list-objects-v2 --bucket acme-audit).Contents.Count

        Remove-OrgTrail acme @all | Should -BeNullOrEmpty

        Get-Left | Should -Be 'trusted: False'
        @(Invoke-AwsCli s3api list-objects-v2 --bucket acme-audit).Contents.Count | Should -BeGreaterOrEqual $logs
        $again = Remove-OrgTrail acme @all -Verbose 4>&1
        "$again" | Should -BeLike '*no trail acme any more*right already*'
    }

    It 'removes several trails of a pipeline before the rest' {
        Set-BeforeTheTrail second | New-OrgTrail -WarningAction Ignore | Out-Null

        Get-OrgTrail | Remove-OrgTrail @all

        Get-Left | Should -Be 'trusted: False'
    }

    It 'shows a trail that is named twice once' {
        $removing = 'acme', 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme', 'acme' | Remove-OrgTrail @all -Verbose 4>&1

        "$removing" | Should -BeLike '*delete trail acme*'
        "$removing" | Should -Not -BeLike '*delete trail acme*delete trail acme*'
        Get-Left | Should -Be 'trusted: False'
    }

    It 'says that it did nothing when no trail comes through the pipeline' {
        Remove-OrgTrail acme -Confirm:$false

        Get-OrgTrail | Remove-OrgTrail @all -WarningVariable warned -WarningAction SilentlyContinue

        $warned | Should -BeLike 'No trail came, so nothing was removed.*'
        Get-Left | Should -Be @($administrators; 'trusted: True')
        Remove-OrgTrail acme @all
        Get-Left | Should -Be 'trusted: False'
    }

    It 'ends the part of each organization whose trails come through the pipeline' {
        Add-Type -Path "$((Get-Module OrgTrail).ModuleBase)/OrgTrail.Sandbox.dll"
        $other = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]@{ AccountCount = 2; Seed = 2 })
        try {
            $there = @{ EndpointUrl = $other.Endpoint }
            Enable-OrgTrustedAccess @there | New-OrgTrailBucket their-audit theirs | New-OrgTrail -WarningAction Ignore | Out-Null

            @(Get-OrgTrail; Get-OrgTrail @there) | Remove-OrgTrail @all

            Get-Left | Should -Be 'trusted: False'
            Get-OrgTrail @there | Should -BeNullOrEmpty
            (Get-OrgTrustedAccess @there).Enabled | Should -BeFalse
        }
        finally { $other.Dispose() }
    }

    It 'refuses beforehand while other organization trails are left, and names them' {
        Set-BeforeTheTrail second | New-OrgTrail -WarningAction Ignore | Out-Null

        Remove-OrgTrail acme @all -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'OrganizationTrailsLeft,*'
        "$($failure[0])" | Should -BeLike '*:trail/second*Nothing was removed*'
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
        Get-Left | Should -Be @('acme'; 'second'; $administrators; 'trusted: True')
    }

    It 'does not take a trail with a misspelt name for one that is gone' {
        Get-Refusal { Remove-OrgTrail acne @all } | Should -Be OrganizationTrailsLeft
    }

    It 'refuses beforehand to disable trusted access under delegated administrators' {
        Remove-OrgTrail acme -IncludeTrustedAccess -Confirm:$false -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'DelegatedAdministratorExists,*'
        "$($failure[0])" | Should -BeLike "*$($administrators -join ', ')*"
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*-IncludeDelegatedAdmin*'
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }

    It 'leaves trusted access alone unless it is named' {
        Remove-OrgTrail acme -IncludeDelegatedAdmin -Confirm:$false

        Get-Left | Should -Be 'trusted: True'
    }

    It 'shows all of it with -WhatIf, in its order, and sends no write' {
        $shown = pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Remove-OrgTrail acme -IncludeTrustedAccess -IncludeDelegatedAdmin -WhatIf" | Out-String

        $shown | Should -BeLike "*stop logging of trail acme*delete trail acme*chain of digests ends*unregister delegated administrator $($administrators[0])*unregister delegated administrator $($administrators[1])*disable trusted access*"
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
        Get-Left | Should -Be @('acme'; $administrators; 'trusted: True')
    }

    It 'says after a failure at <Operation> what is done and what is not, and the next run goes on' -ForEach @(
        @{ Operation = 'StopLogging'; Says = '*Done: nothing. Failed: stop logging of trail acme. Not done: delete trail acme, unregister*' }
        @{ Operation = 'DeleteTrail'; Says = '*Done: stop logging of trail acme. Failed: delete trail acme. Not done: unregister*' }
        @{ Operation = 'DeregisterOrganizationDelegatedAdmin'; Says = '*delete trail acme. Failed: unregister delegated administrator 222222222222. Not done: unregister*, disable trusted access.*' }
        @{ Operation = 'DisableAWSServiceAccess'; Says = '*unregister*. Failed: disable trusted access. Not done: nothing.*' }
    ) {
        Add-SandboxFault @{ Kind = 'AccessDenied'; Operation = $Operation }
        Remove-OrgTrail acme @all -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        "$($failure[0])" | Should -BeLike $Says
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*again: it goes on from there*'

        Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/faults" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Delete | Out-Null
        Invoke-Expression (($failure[0].ErrorDetails.RecommendedAction -replace '.*: (?=''acme'')') + ' -Confirm:$false')
        Get-Left | Should -Be 'trusted: False'
    }

    It 'takes nothing away when a Region with trails does not answer' {
        New-OrgTrailBucketPolicy acme-audit abroad -HomeRegion eu-west-1 | Set-OrgTrailBucketPolicy | New-OrgTrail -IsMultiRegionTrail $false -WarningAction Ignore | Out-Null
        Add-SandboxFault @{ Kind = 'AccessDenied'; Operation = 'DescribeTrails'; OnCall = 2 }

        Get-Refusal { Remove-OrgTrail acme @all } | Should -Be AccessDenied

        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }
}
