BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1
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
        $sandbox = Start-OrgTrailSandbox -NoOrganization
        Invoke-SandboxAws organizations CreateOrganization @{ FeatureSet = 'CONSOLIDATED_BILLING' } | Out-Null
    }

    AfterEach { Stop-OrgTrailSandbox }

    It 'starts the change, tells what must follow, reports its state, and starts no second one' {
        $organization = Enable-OrgAllFeatures -Confirm:$false -WarningVariable warned -WarningAction SilentlyContinue
        $organization.FeatureSet | Should -Be 'CONSOLIDATED_BILLING'
        $organization.AllFeaturesHandshakeState | Should -BeIn 'REQUESTED', 'OPEN'
        "$warned" | Should -BeLike '*AcceptHandshake*'

        $again = Enable-OrgAllFeatures -Confirm:$false -WarningAction SilentlyContinue
        $again.AllFeaturesHandshakeId | Should -Be $organization.AllFeaturesHandshakeId

        Invoke-SandboxAws organizations AcceptHandshake @{ HandshakeId = $organization.AllFeaturesHandshakeId } | Out-Null
        (Enable-OrgAllFeatures -Confirm:$false).FeatureSet | Should -Be 'ALL'
        (Enable-OrgTrustedAccess).Enabled | Should -BeTrue
    }

    It 'changes nothing with -WhatIf' {
        Enable-OrgAllFeatures -WhatIf | Should -BeNullOrEmpty

        (Invoke-SandboxAws organizations ListHandshakesForOrganization).Handshakes | Should -BeNullOrEmpty
    }

    It 'reports the newest of several changes, of which AWS lists the expired too' {
        $aws = [OrgTrail.Testing.ScriptedAws]::WithOrganization('o-exampleorgid', '111111111111', '', 'CONSOLIDATED_BILLING', $false, 'aws')
        try {
            $aws.On('Organizations', 'ListHandshakesForOrganization').
                Answers('{"Handshakes":[{"Id":"h-old","State":"EXPIRED","Action":"ENABLE_ALL_FEATURES"},{"Id":"h-new","State":"OPEN","Action":"ENABLE_ALL_FEATURES"}]}') | Out-Null

            (Enable-OrgAllFeatures -EndpointUrl $aws.Endpoint -Confirm:$false -WarningAction SilentlyContinue).AllFeaturesHandshakeId | Should -Be 'h-new'
        }
        finally { $aws.Dispose() }
    }
}
