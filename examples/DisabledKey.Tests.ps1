<#
Proves, offline, that a KMS key which somebody disables is found, and that the logs are out of reach as long as it is. Run with:
Invoke-Pester examples
#>
BeforeAll {
    Import-Module "$PSScriptRoot/../out/OrgTrail/OrgTrail.psd1"
    . "$PSScriptRoot/SandboxCalls.ps1"

    # The claim: whoever runs the health check learns of the key, and of what it stops.
    function Assert-KeyIsFound {
        $finding = Test-OrgTrail acme -Check KeyState
        if ($finding.Verdict -ne 'Fail') { throw "The health check says of the key: $($finding.Verdict)." }
        $status = Get-OrgTrailStatus acme
        if ($status.LatestDeliveryError -ne 'KMS.DisabledException') { throw "The trail's status says: '$($status.LatestDeliveryError)'." }
    }
}

Describe 'A key that somebody disables' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 2 -Region us-east-1
        $policy = New-OrgTrailKeyPolicy acme -ManagementAccountId $sandbox.ManagementAccountId -HomeRegion us-east-1
        $key = (Invoke-SandboxKms CreateKey @{ Policy = $policy.Policy }).KeyMetadata.Arn
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit -TrailName acme | New-OrgTrail acme -KmsKeyId $key -StartLogging | Out-Null
        $sandbox.Advance('01:00')
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'is found by the health check, and its logs cannot be read' {
        Invoke-SandboxKms DisableKey @{ KeyId = $key }
        $sandbox.Advance('01:00')

        { Assert-KeyIsFound } | Should -Not -Throw
        (Invoke-SandboxS3 GET "/acme-audit/$(@(Get-SandboxLog acme-audit)[0].Key)").Content | Should -BeLike '*KMS.DisabledException*'
    }

    It 'opens the logs again when it is enabled' {
        Invoke-SandboxKms DisableKey @{ KeyId = $key }
        Invoke-SandboxKms EnableKey @{ KeyId = $key }

        { Assert-KeyIsFound } | Should -Throw
        (Invoke-SandboxS3 GET "/acme-audit/$(@(Get-SandboxLog acme-audit)[0].Key)").StatusCode | Should -Be 200
    }

    It 'is of no use to a trail without it: the protection was taken away' {
        Set-OrgTrail acme -KmsKeyId '' -Confirm:$false | Out-Null
        Invoke-SandboxKms DisableKey @{ KeyId = $key }
        $sandbox.Advance('01:00')

        { Assert-KeyIsFound } | Should -Throw
    }
}
