<#
What goes wrong between here and AWS, on demand: the sandbox throttles, fails, resets connections, lets a policy spread
late and answers from the past. What passes is overcome without a word of error; what stays is one clear error.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # From nothing to a trail that logs.
    function Invoke-Setup {
        Set-BeforeTheTrail | New-OrgTrail -StartLogging
    }

    # It is waited as often as in earnest, but not as long.
    Set-WaitingClock ([OrgTrail.Testing.HastyTime]::new(10))

    # ApiCalls.Tests.ps1 tells which.
    $callsOfSetup = 12

    # How many calls came to the sandbox, those with a fault among them.
    function Get-CallCount {
        (Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/health" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' }).Calls
    }
}

AfterAll { Set-WaitingClock }

Describe 'A fault that passes' {
    BeforeEach { $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit }
    AfterEach { Stop-OrgTrailSandbox }

    It 'is overcome: <Kind> of the first call of <Operation>' -ForEach @(
        foreach ($kind in 'Throttling', 'ServerError', 'ConnectionReset') {
            foreach ($operation in 'EnableAWSServiceAccess', 'PutBucketPolicy', 'GetCallerIdentity', 'CreateTrail') {
                @{ Kind = $kind; Operation = $operation }
            }
        }
    ) {
        Add-SandboxFault @{ Kind = $Kind; Operation = $Operation; Times = 1 }

        (Invoke-Setup).TrailARN | Should -Be arn:aws:cloudtrail:us-east-1:111111111111:trail/acme

        # Before a policy is sent again, it is read again.
        Get-CallCount | Should -Be ($callsOfSetup + ($Operation -eq 'PutBucketPolicy' ? 2 : 1))
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }

    It 'is overcome: a connection that is reset at call <_> of the pipeline' -ForEach (1..12) {
        Add-SandboxFault @{ Kind = 'ConnectionReset'; OnCall = $_ }

        Invoke-Setup | Out-Null

        # The sixth is PutBucketPolicy.
        Get-CallCount | Should -Be ($callsOfSetup + ($_ -eq 6 ? 2 : 1))
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }

    It 'is overcome: one call of ten fails, by a seed' {
        Add-SandboxFault @{ Kind = 'Throttling'; Share = 0.1; Seed = 3 }
        Add-SandboxFault @{ Kind = 'ServerError'; Status = 503; Share = 0.1; Seed = 4 }

        Invoke-Setup | Out-Null
        Get-OrgTrail | Stop-OrgTrailLogging -Confirm:$false | Remove-OrgTrail -Confirm:$false

        Get-OrgTrail | Should -BeNullOrEmpty
    }

    It 'is waited for: a bucket policy that spreads late' {
        Add-SandboxFault @{ Kind = 'LatePolicyPropagation'; Checks = 1 }

        (Invoke-Setup).TrailARN | Should -Not -BeNullOrEmpty
    }
}

Describe 'A fault that stays' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        $env:AWS_MAX_ATTEMPTS = 2
    }
    AfterEach {
        Remove-Item Env:AWS_MAX_ATTEMPTS
        Stop-OrgTrailSandbox
    }

    It 'is <Id> after <Kind>' -ForEach @(
        @{ Kind = 'Throttling'; Id = 'Throttled' }
        @{ Kind = 'ServerError'; Id = 'ServiceFailed' }
        @{ Kind = 'ConnectionReset'; Id = 'ConnectionFailed' }
    ) {
        foreach ($service in 'organizations', 's3', 'cloudtrail') { Add-SandboxFault @{ Kind = $Kind; Service = $service } }

        Get-Refusal { Get-OrgTrustedAccess } | Should -Be $Id
        Get-Refusal { Get-OrgTrailBucketPolicy acme-audit } | Should -Be $Id
        Get-Refusal { Get-OrgTrail } | Should -Be $Id
    }

    It 'leaves a trail that was created but does not log, and says what to do' {
        Set-BeforeTheTrail | Out-Null
        Add-SandboxFault @{ Kind = 'ServerError'; Operation = 'StartLogging' }

        $trail = New-OrgTrail acme acme-audit -StartLogging -ErrorVariable failure -ErrorAction SilentlyContinue

        $trail.TrailARN | Should -Be arn:aws:cloudtrail:us-east-1:111111111111:trail/acme
        "$($failure[0])" | Should -BeLike '*was created, but it does not log*'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike "*Start-OrgTrailLogging -Trail $($trail.TrailARN)*"
        (Get-OrgTrailStatus acme).IsLogging | Should -BeFalse
    }

    It 'stops nobody else in the pipeline' {
        Set-BeforeTheTrail | New-OrgTrail -WarningAction Ignore | Out-Null
        Add-SandboxFault @{ Kind = 'ServerError'; Operation = 'GetTrail'; Times = 2 }

        $found = 'acme', 'acme' | Get-OrgTrail -ErrorVariable failure -ErrorAction SilentlyContinue

        $found | Should -HaveCount 1
        $failure | Should -HaveCount 1
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'ServiceFailed,*'
    }
}
