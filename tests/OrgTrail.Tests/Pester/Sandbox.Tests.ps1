BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Start- and Stop-OrgTrailSandbox' {
    AfterEach { Stop-OrgTrailSandbox }

    It 'points the session at an AWS on loopback, and restores everything' {
        $env:AWS_PROFILE = 'mine'
        $env:NO_PROXY = 'intranet.example'
        try {
            $before = Get-ChildItem Env:AWS_* | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" }

            $sandbox = Start-OrgTrailSandbox
            $env:AWS_ENDPOINT_URL | Should -Be $sandbox.Endpoint
            $sandbox.Endpoint | Should -BeLike 'http://127.0.0.1:*'
            $env:AWS_PROFILE | Should -BeNullOrEmpty
            $env:NO_PROXY | Should -Be 'intranet.example,127.0.0.1'
            Stop-OrgTrailSandbox
            $env:NO_PROXY | Should -Be 'intranet.example'

            Get-ChildItem Env:AWS_* | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" } | Should -Be $before
            { [Net.Sockets.TcpClient]::new().Connect('127.0.0.1', ([uri] $sandbox.Endpoint).Port) } | Should -Throw
        }
        finally { Remove-Item Env:AWS_PROFILE, Env:NO_PROXY -ErrorAction Ignore }
    }

    It 'takes the whole pipeline, from nothing to a trail that logs and delivers' {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit

        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging | Out-Null
        $sandbox.Advance('02:00:00')

        $status = Get-OrgTrail | Get-OrgTrailStatus
        $status.IsLogging | Should -BeTrue
        $status.LatestDeliveryTime | Should -Not -BeNullOrEmpty
        $status.LatestDeliveryError | Should -BeNullOrEmpty
    }

    It 'refuses like AWS: without trusted access, without a policy, from a member account' {
        $sandbox = Start-OrgTrailSandbox -Bucket acme-audit

        New-OrgTrail acme acme-audit -SkipPrerequisiteCheck -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[-1].FullyQualifiedErrorId | Should -BeLike 'TrustedAccessNotEnabled,*'
        Enable-OrgTrustedAccess | Out-Null
        New-OrgTrail acme acme-audit -SkipPrerequisiteCheck -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[-1].FullyQualifiedErrorId | Should -BeLike 'InsufficientBucketPolicy,*'
        New-OrgTrail acme acme-audit -AccessKey $sandbox.Accounts[-1] -SecretKey x -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[-1].FullyQualifiedErrorId | Should -BeLike 'NotOrganizationManagementAccount,*'
    }

    It 'gives the same ids for the same seed' {
        $first = (Start-OrgTrailSandbox -Seed 7).OrganizationId
        Stop-OrgTrailSandbox
        (Start-OrgTrailSandbox -Seed 7).OrganizationId | Should -Be $first
        Stop-OrgTrailSandbox
        (Start-OrgTrailSandbox -Seed 8).OrganizationId | Should -Not -Be $first
    }

    It 'is one at a time, and lets time pass with -Advance' {
        $sandbox = Start-OrgTrailSandbox

        Start-OrgTrailSandbox -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'SandboxRunning,*'
        Start-OrgTrailSandbox -Advance '01:00' | Should -Be $sandbox
    }

    It 'refuses a name that no bucket can have, and leaves nothing running' {
        Start-OrgTrailSandbox -Bucket My_Bucket -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'InvalidBucketName,*'
        $env:AWS_ENDPOINT_URL | Should -BeNullOrEmpty
    }

    It 'starts nothing with -WhatIf' {
        Start-OrgTrailSandbox -WhatIf | Should -BeNullOrEmpty
        $env:AWS_ENDPOINT_URL | Should -BeNullOrEmpty
    }

    It 'stops letting time pass at once at Ctrl+C, and goes on from there' {
        $sandbox = Start-OrgTrailSandbox -Account 100 -Bucket acme-audit
        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging | Out-Null
        $health = @{ Uri = "$($sandbox.Endpoint)/_sandbox/health"; Headers = @{ 'X-OrgTrail-Sandbox' = 'admin' } }
        $before = (Invoke-RestMethod @health).Now
        $session = [powershell]::Create()
        $session.AddScript("Import-Module '$((Get-Module OrgTrail).Path)'; Start-OrgTrailSandbox -Advance '14.00:00'") | Out-Null
        $running = $session.BeginInvoke()
        while (-not $running.IsCompleted -and (Invoke-RestMethod @health).Now -lt $before.AddHours(3)) { }

        $clock = [Diagnostics.Stopwatch]::StartNew()
        $session.Stop()
        $clock.Stop()

        $session.InvocationStateInfo.State | Should -Be 'Stopped'
        $session.Streams.Error | Should -BeNullOrEmpty
        $session.Dispose()
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
        $stopped = (Invoke-RestMethod @health).Now
        $stopped | Should -BeLessThan $before.AddDays(14)
        $sandbox.Advance('01:00')
        (Invoke-RestMethod @health).Now | Should -BeGreaterOrEqual $stopped.AddHours(1)
        (Get-OrgTrail | Get-OrgTrailStatus).LatestDeliveryError | Should -BeNullOrEmpty
    }

    It 'lets no time pass in which more would be delivered than it holds' {
        Start-OrgTrailSandbox -Account 1000 -Bucket acme-audit | Out-Null
        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging | Out-Null

        Start-OrgTrailSandbox -Advance '365.00:00' -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'AdvanceTooLarge,*'
    }

    It 'saves its state for its owner alone, and through no link' -Skip:$IsWindows {
        $sandbox = Start-OrgTrailSandbox
        Set-Content "$TestDrive/mine" 'untouched'
        New-Item "$TestDrive/link.json" -ItemType SymbolicLink -Target "$TestDrive/mine" | Out-Null

        { $sandbox.SaveState("$TestDrive/link.json") } | Should -Throw '*It is a link*'
        Get-Content "$TestDrive/mine" | Should -Be 'untouched'
        $sandbox.SaveState("$TestDrive/state.json")
        (Get-Item "$TestDrive/state.json").UnixMode | Should -Be '-rw-------'
    }
}
