BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Trusted access' {
    BeforeEach {
        $aws = New-ScriptedAws
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'is told with the organization that it belongs to' {
        $access = Get-OrgTrustedAccess

        $access.Enabled | Should -BeTrue
        $access.DateEnabled | Should -Be ([datetimeoffset] '2025-01-01T00:00:00Z')
        $access.OrganizationId | Should -Be 'o-exampleorgid'
        $access.ManagementAccountId | Should -Be '111111111111'
        $access.ServicePrincipal | Should -Be 'cloudtrail.amazonaws.com'
    }

    It 'is enabled once: a second run writes nothing' {
        $aws.TrustedAccess = $false

        (Enable-OrgTrustedAccess).Enabled | Should -BeTrue
        (Enable-OrgTrustedAccess).Enabled | Should -BeTrue

        $aws.CallsOf('Organizations', 'EnableAWSServiceAccess') | Should -HaveCount 1
    }

    It 'is not enabled in an organization of consolidated billing, and the error names the cmdlet that helps' {
        $aws.Dispose()
        $aws = [OrgTrail.Testing.ScriptedAws]::WithOrganization('o-exampleorgid', '111111111111', '', 'CONSOLIDATED_BILLING', $false, 'aws')
        $env:AWS_ENDPOINT_URL = $aws.Endpoint

        Enable-OrgTrustedAccess -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'OrganizationNotInAllFeaturesMode,*'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Enable-OrgAllFeatures*'
        $aws.CallsOf('Organizations', 'EnableAWSServiceAccess') | Should -HaveCount 0
    }

    It 'is disabled only after the organization trails that it breaks were shown' {
        $aws.KeepTrails() | Out-Null
        $aws.AddTrail('{"Name":"acme","S3BucketName":"acme-audit","IsOrganizationTrail":true}') | Out-Null
        $aws.AddTrail('{"Name":"local","S3BucketName":"acme-audit","IsOrganizationTrail":false}') | Out-Null

        $shown = pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).Path -replace 'OrgTrail.dll$', 'OrgTrail.psd1')'; Disable-OrgTrustedAccess -WhatIf" | Out-String

        $shown | Should -BeLike '*arn:aws:cloudtrail:us-east-1:111111111111:trail/acme*'
        $shown | Should -Not -BeLike '*trail/local*'
        $aws.TrustedAccess | Should -BeTrue
    }

    It 'is disabled when confirmed, and a second run writes nothing' {
        $aws.KeepTrails() | Out-Null

        (Disable-OrgTrustedAccess -Confirm:$false).Enabled | Should -BeFalse
        (Disable-OrgTrustedAccess -Confirm:$false).Enabled | Should -BeFalse

        $aws.CallsOf('Organizations', 'DisableAWSServiceAccess') | Should -HaveCount 1
    }

    It 'is not changed with -WhatIf' {
        $aws.KeepTrails() | Out-Null
        Disable-OrgTrustedAccess -WhatIf | Should -BeNullOrEmpty
        $aws.TrustedAccess = $false
        Enable-OrgTrustedAccess -WhatIf | Should -BeNullOrEmpty

        $aws.Calls.Operation | Should -Not -Contain 'EnableAWSServiceAccess'
        $aws.Calls.Operation | Should -Not -Contain 'DisableAWSServiceAccess'
    }

    It 'looks on while an empty page still has a token' {
        $aws.On('Organizations', 'ListAWSServiceAccessForOrganization').
            AnswersOnce('{"EnabledServicePrincipals":[],"NextToken":"more"}').
            Answers('{"EnabledServicePrincipals":[{"ServicePrincipal":"cloudtrail.amazonaws.com"}]}') | Out-Null

        (Get-OrgTrustedAccess).Enabled | Should -BeTrue
    }
}

Describe 'Enable-OrgAllFeatures' {
    BeforeEach {
        $aws = [OrgTrail.Testing.ScriptedAws]::WithOrganization('o-exampleorgid', '111111111111', '', 'CONSOLIDATED_BILLING', $false, 'aws')
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
        $handshake = '{"Handshake":{"Id":"h-examplehandshake","State":"REQUESTED","Action":"ENABLE_ALL_FEATURES"}}'
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'starts the change and tells what must follow' {
        $aws.On('Organizations', 'ListHandshakesForOrganization').Answers('{"Handshakes":[]}') | Out-Null
        $aws.On('Organizations', 'EnableAllFeatures').Answers($handshake) | Out-Null

        $organization = Enable-OrgAllFeatures -Confirm:$false -WarningVariable warned -WarningAction SilentlyContinue

        $organization.FeatureSet | Should -Be 'CONSOLIDATED_BILLING'
        $organization.AllFeaturesHandshakeState | Should -Be 'REQUESTED'
        "$warned" | Should -BeLike '*AcceptHandshake*'
    }

    It 'reports the state of a change that is under way, and starts none' {
        $aws.On('Organizations', 'ListHandshakesForOrganization').
            Answers('{"Handshakes":[{"Id":"h-old","State":"EXPIRED","Action":"ENABLE_ALL_FEATURES"},{"Id":"h-new","State":"OPEN","Action":"ENABLE_ALL_FEATURES"}]}') | Out-Null

        $organization = Enable-OrgAllFeatures -Confirm:$false -WarningAction SilentlyContinue

        $organization.AllFeaturesHandshakeId | Should -Be 'h-new'
        $organization.AllFeaturesHandshakeState | Should -Be 'OPEN'
        $aws.Calls.Operation | Should -Not -Contain 'EnableAllFeatures'
    }

    It 'sends no write with -WhatIf' {
        $aws.On('Organizations', 'ListHandshakesForOrganization').Answers('{"Handshakes":[]}') | Out-Null

        Enable-OrgAllFeatures -WhatIf | Should -BeNullOrEmpty

        $aws.Calls.Operation | Should -Not -Contain 'EnableAllFeatures'
    }
}
