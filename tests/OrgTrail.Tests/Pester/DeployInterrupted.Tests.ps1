<#
Deploy-OrgTrail in a real engine, ended by Ctrl+C in each of its writes: before AWS has done it, and after it has but before
the answer comes. The next run goes on from there. Each call in each way of failing is tried without an engine, by
OrgTrail.Aws.Tests.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Add-Type -Path "$((Get-Module OrgTrail).ModuleBase)/OrgTrail.Sandbox.dll"

    $theirs = '{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::acme-audit/*"}]}'

    # The command as a session of its own, which Ctrl+C can end.
    function Start-Deployment {
        $shell = [powershell]::Create()
        $shell.AddScript('param($Module, $Wanted) Import-Module $Module; Deploy-OrgTrail @Wanted') | Out-Null
        $shell.AddArgument((Get-Module OrgTrail).Path).AddArgument($wanted) | Out-Null
        @{ Shell = $shell; Running = $shell.BeginInvoke() }
    }

    # The calls that came so far, in order; each is asked for once.
    function Receive-Call {
        Get-Event calls -ErrorAction Ignore | ForEach-Object { Remove-Event -EventIdentifier $_.EventIdentifier; $_.SourceArgs[1] }
    }

    function Wait-ForFault {
        do {
            $arrived = Wait-Event calls -Timeout 30
            if (-not $arrived) { throw 'The call that was to hang did not come.' }
            Remove-Event -EventIdentifier $arrived.EventIdentifier
            $arrived.SourceArgs[1]
        } until ($arrived.SourceArgs[1].Fault)
    }
}

Describe 'A deployment that Ctrl+C ends' {
    BeforeEach {
        $server = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]@{ AccountCount = 3 })
        $wanted = @{ Path = "$root/examples/organization-trail.psd1"; AccessKey = '111111111111'; SecretKey = 'any'; Region = 'us-east-1'; EndpointUrl = $server.Endpoint }
        Register-ObjectEvent $server Called calls
    }
    AfterEach {
        Unregister-Event calls
        Receive-Call | Out-Null
        $server.InternalErrors | Should -BeNullOrEmpty
        $server.Dispose()
    }

    It 'goes on the next time, when it was in <Operation> (<Kind>)' -ForEach @(
        foreach ($operation in @(
                'EnableAWSServiceAccess', 'CreateBucket', 'PutPublicAccessBlock', 'PutBucketOwnershipControls', 'PutBucketVersioning'
                'PutBucketEncryption', 'PutBucketPolicy', 'CreateTrail', 'PutEventSelectors', 'PutInsightSelectors', 'StartLogging')) {
            foreach ($kind in 'Hang', 'HangAfter') { @{ Operation = $operation; Kind = $kind } }
        }
    ) {
        $server.Faults.Add([OrgTrail.Sandbox.Faults.Fault]@{ Kind = $Kind; Operation = $Operation; Times = 1 })
        # A policy that is there already must live through it. The other two happen to a new bucket only.
        $isThere = $Operation -notin 'CreateBucket', 'PutBucketEncryption'
        if ($isThere) {
            $bucket = [OrgTrail.Sandbox.State.SandboxBucket]@{ Name = 'acme-audit'; OwnerAccountId = '111111111111'; Region = 'us-east-1'; Policy = $theirs; PublicAccessBlock = $null; ObjectOwnership = [NullString]::Value }
            $server.State.S3.Buckets['acme-audit'] = $bucket
        }

        $deployment = Start-Deployment
        try {
            $calls = @(Wait-ForFault)
            $deployment.Shell.Stop()
            $deployment.Running.IsCompleted | Should -BeTrue
            $deployment.Shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $deployment.Shell.Dispose()
        }

        $next = Deploy-OrgTrail @wanted
        $next.Succeeded | Should -BeTrue
        $calls += Receive-Call
        $calls.Where{ $_.Operation -eq 'CreateTrail' -and $_.Status -eq 200 } | Should -HaveCount 1
        if ($isThere) {
            ($server.State.S3.Buckets['acme-audit'].Policy | ConvertFrom-Json).Statement.Sid.Where{ $_ -eq 'Theirs' } | Should -HaveCount 1
        }

        (Deploy-OrgTrail @wanted).Changed | Should -BeFalse
        (Receive-Call).Where{ -not $_.OnlyReads } | Should -BeNullOrEmpty
    }
}

Describe 'Two deployments of the same state at the same time' {
    It 'both succeed, and there is one trail' {
        $server = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]@{ AccountCount = 3 })
        $wanted = @{ Path = "$root/examples/organization-trail.psd1"; AccessKey = '111111111111'; SecretKey = 'any'; Region = 'us-east-1'; EndpointUrl = $server.Endpoint }
        $both = (Start-Deployment), (Start-Deployment)
        try {
            $outcomes = $both.ForEach{ $_.Shell.EndInvoke($_.Running) }

            $both.ForEach{ $_.Shell.Streams.Error } | Should -BeNullOrEmpty
            $outcomes.Succeeded | Should -Be @($true, $true)
            $server.State.CloudTrail.Trails | Should -HaveCount 1
            $server.State.CloudTrail.Trails[0].IsLogging | Should -BeTrue
            (Deploy-OrgTrail @wanted).Changed | Should -BeFalse
            $server.InternalErrors | Should -BeNullOrEmpty
        }
        finally {
            $both.ForEach{ $_.Shell.Dispose() }
            $server.Dispose()
        }
    }
}
