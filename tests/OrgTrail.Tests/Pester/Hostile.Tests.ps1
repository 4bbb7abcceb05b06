<#
Every cmdlet that talks to AWS, against a server that answers well to all operations but one, and badly to that one: it
ends in an error with a stable id and advice, or in what is right all the same, and soon. What may come over the wire is
proved in breadth by OrgTrail.Aws.Tests (Hostile); here it is seen in a real PowerShell.
#>
BeforeDiscovery {
    # Arrange is what must be there before the command is recorded.
    $commands = @(
        @{ Name = 'Get-OrgTrustedAccess'; Command = { Get-OrgTrustedAccess } }
        @{ Name = 'Enable-OrgTrustedAccess'; Arrange = { Disable-OrgTrustedAccess -Confirm:$false }; Command = { Enable-OrgTrustedAccess } }
        @{ Name = 'Disable-OrgTrustedAccess'; Command = { Disable-OrgTrustedAccess -Confirm:$false } }
        @{ Name = 'Enable-OrgAllFeatures'; Command = { Enable-OrgAllFeatures -Confirm:$false } }
        @{ Name = 'New-OrgTrailBucketPolicy'; Command = { New-OrgTrailBucketPolicy acme-audit acme } }
        @{ Name = 'Get-OrgTrailBucketPolicy'; Command = { Get-OrgTrailBucketPolicy acme-audit } }
        @{ Name = 'Set-OrgTrailBucketPolicy'; Command = { New-OrgTrailBucketPolicy acme-audit other | Set-OrgTrailBucketPolicy } }
        @{ Name = 'Test-OrgTrailBucketPolicy'; Command = { Test-OrgTrailBucketPolicy acme-audit acme } }
        @{ Name = 'New-OrgTrailBucket'; Command = { New-OrgTrailBucket acme-new } }
        @{ Name = 'New-OrgTrailKeyPolicy'; Command = { New-OrgTrailKeyPolicy acme } }
        @{ Name = 'New-OrgTrailTopicPolicy'; Command = { New-OrgTrailTopicPolicy arn:aws:sns:us-east-1:111111111111:acme acme } }
        @{ Name = 'New-OrgTrail'; Arrange = { Remove-OrgTrail acme -Confirm:$false -WarningAction SilentlyContinue }; Command = { New-OrgTrail acme acme-audit -StartLogging } }
        @{ Name = 'Get-OrgTrail'; Command = { Get-OrgTrail } }
        @{ Name = 'Set-OrgTrail'; Command = { Set-OrgTrail acme -EnableLogFileValidation $false -WarningAction SilentlyContinue } }
        @{ Name = 'Remove-OrgTrail'; Command = { Remove-OrgTrail acme -Confirm:$false -WarningAction SilentlyContinue } }
        @{ Name = 'Start-OrgTrailLogging'; Command = { Start-OrgTrailLogging acme } }
        @{ Name = 'Stop-OrgTrailLogging'; Command = { Stop-OrgTrailLogging acme -Confirm:$false } }
        @{ Name = 'Get-OrgTrailStatus'; Command = { Get-OrgTrailStatus acme } }
        @{ Name = 'Get-OrgTrailEventSelector'; Command = { Get-OrgTrailEventSelector acme } }
        @{ Name = 'Set-OrgTrailEventSelector'; Command = { Set-OrgTrailEventSelector acme @{ ReadWriteType = 'WriteOnly' } -WarningAction SilentlyContinue } }
        @{ Name = 'Get-OrgTrailInsightSelector'; Arrange = { Set-OrgTrailInsightSelector acme ApiCallRateInsight }; Command = { Get-OrgTrailInsightSelector acme } }
        @{ Name = 'Set-OrgTrailInsightSelector'; Arrange = { Set-OrgTrailInsightSelector acme ApiCallRateInsight }; Command = { Set-OrgTrailInsightSelector acme ApiErrorRateInsight } }
        @{ Name = 'Get-OrgTrailDelegatedAdmin'; Command = { Get-OrgTrailDelegatedAdmin } }
        @{ Name = 'Register-OrgTrailDelegatedAdmin'; Command = { Register-OrgTrailDelegatedAdmin 333333333333 } }
        @{ Name = 'Unregister-OrgTrailDelegatedAdmin'; Command = { Unregister-OrgTrailDelegatedAdmin 222222222222 -Confirm:$false } }
        @{ Name = 'Deploy-OrgTrail'; Arrange = { Remove-OrgTrail acme -Confirm:$false -WarningAction SilentlyContinue }; Command = { Deploy-OrgTrail acme acme-audit -Confirm:$false -WarningAction SilentlyContinue } }
        @{ Name = 'Test-OrgTrail'; Command = { Test-OrgTrail acme -ExcludeCheck Coverage } }
        @{ Name = 'Test-OrgTrailKeyPolicy'; Command = { Test-OrgTrailKeyPolicy -Policy '{"Version":"2012-10-17","Statement":[]}' -TrailName acme } }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    $attacks = [OrgTrail.Testing.Attacks]::Transport + [OrgTrail.Testing.Attacks]::Bodies + [OrgTrail.Testing.WrongBodies]::Any + [OrgTrail.Testing.WrongBodies]::Errors
    $chosen = 'lost answer, closed', 'stall in the body', '1 GB in chunks, 200', 'an error of JSON', '407 without a body', "400 with 'null'"
    $attacks = $attacks.Where{ $_.Name -in $chosen }

    # What judges or carries on tells of what it could not see or do in its own objects.
    $carriesOn = 'Test-OrgTrail', 'Deploy-OrgTrail', 'Set-OrgTrailEventSelector', 'New-OrgTrail', 'New-OrgTrailBucket'

    function Start-Recording ($Command, $Arrange) {
        $sandbox = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]::new())
        $proxy = [OrgTrail.Testing.RecordingProxy]::new($sandbox.Endpoint)
        try {
            $env:AWS_ENDPOINT_URL = $sandbox.Endpoint
            Enable-OrgTrustedAccess | Out-Null
            New-OrgTrailBucket acme-audit -TrailName acme -WarningAction SilentlyContinue | Out-Null
            New-OrgTrail acme acme-audit -StartLogging | Out-Null
            Register-OrgTrailDelegatedAdmin 222222222222 | Out-Null
            if ($Arrange) { & $Arrange | Out-Null }

            $env:AWS_ENDPOINT_URL = $proxy.Endpoint
            & $Command | Out-Null
            $proxy.Take()
        }
        finally {
            $proxy.Dispose()
            $sandbox.Dispose()
        }
    }

    $assembly = Get-ChildItem (Get-Module OrgTrail).ModuleBase -Recurse -Filter OrgTrail.Sandbox.dll | Select-Object -First 1
    Add-Type -Path $assembly.FullName
    $env:AWS_ACCESS_KEY_ID = '111111111111'
    $env:AWS_MAX_ATTEMPTS = 1
    $counts = @{}
}

AfterAll {
    Set-WaitingClock
    Set-LongestAnswer ([timespan]::FromSeconds(60))
    Remove-Item Env:AWS_ENDPOINT_URL, Env:AWS_MAX_ATTEMPTS -ErrorAction Ignore
    Write-Host "attacks on cmdlets: $(($counts.Values | Measure-Object -Sum).Sum), $(($counts.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Value) $($_.Key)" }) -join ', ')"
}

Describe 'A server of ill will' {
    It 'meets every cmdlet that talks to AWS' {
        $connected = (Get-Command -Module OrgTrail).Where{ $_.Parameters.ContainsKey('EndpointUrl') }.Name
        Compare-Object $connected $names | Should -BeNullOrEmpty
    } -TestCases @{ names = $commands.Name }

    It 'does not bring <Name> to anything but a clear error' -ForEach $commands {
        Set-LongestAnswer ([timespan]::FromSeconds(20))
        Set-WaitingClock
        $answers = Start-Recording $Command $Arrange
        Set-LongestAnswer ([timespan]::FromSeconds(0.25))
        Set-WaitingClock ([OrgTrail.Testing.HastyTime]::new(150))
        foreach ($operation in $answers.Operations) {
            foreach ($attack in $attacks) {
                # An answer to HEAD has no body that could be wrong.
                if ($operation -eq 'S3.HeadBucket' -and $attack.Name -notmatch 'lost|without') { continue }
                $server = [OrgTrail.Testing.HostileServer]::new($answers, $operation, $attack)
                $env:AWS_ENDPOINT_URL = $server.Endpoint
                $clock = [Diagnostics.Stopwatch]::StartNew()
                $said = try { & $Command 2>&1 3>&1 } catch { $_ }
                $server.Dispose()

                $case = "$operation, $($attack.Name)"
                $clock.Elapsed.TotalSeconds | Should -BeLessThan 20 -Because $case
                $errors = @($said).Where{ $_ -is [Management.Automation.ErrorRecord] }
                foreach ($failure in $errors) {
                    $failure.FullyQualifiedErrorId | Should -Not -BeLike 'UnexpectedError*' -Because "$case ($failure)"
                    $failure.FullyQualifiedErrorId | Should -Match '^[A-Z]\w+,' -Because $case
                    $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty -Because $case
                }
                # A change without an answer may be seen to have been made all the same.
                $isRead = $operation -match '\.(Get|List|Describe|Head)'
                if ($server.Attacked -gt 0 -and $isRead -and $Name -notin $carriesOn) { $errors | Should -Not -BeNullOrEmpty -Because $case }
                $id = $errors ? ($errors[0].FullyQualifiedErrorId -replace ',.*') : 'carried on'
                $counts[$id]++
            }
        }
    }
}

Describe 'Memory and time' {
    It 'are not spent on an answer of 1 GB' {
        $answers = Start-Recording { Get-OrgTrailBucketPolicy acme-audit }
        $huge = [OrgTrail.Testing.Attacks]::Bodies.Where{ $_.Name -like '1 GB*' }
        Set-LongestAnswer ([timespan]::FromSeconds(20))
        # The first call loads what later ones have.
        $env:AWS_ENDPOINT_URL = 'http://127.0.0.1:1'
        Get-OrgTrailBucketPolicy acme-audit -ErrorAction SilentlyContinue
        [GC]::Collect()
        $before = [Environment]::WorkingSet
        $most = 0
        foreach ($attack in $huge) {
            $server = [OrgTrail.Testing.HostileServer]::new($answers, 'S3.GetBucketPolicy', $attack)
            $env:AWS_ENDPOINT_URL = $server.Endpoint
            Get-OrgTrailBucketPolicy acme-audit -ErrorAction SilentlyContinue -ErrorVariable failure | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            $server.Dispose()
            $most = [Math]::Max($most, [Environment]::WorkingSet - $before)
        }
        Write-Host "memory for 1 GB: $([int] ($most / 1MB)) MB"
        $most | Should -BeLessThan 100MB
    }

    It 'after Ctrl+C in the middle of a body are those of any command' {
        $answers = Start-Recording { Get-OrgTrail acme }
        Set-LongestAnswer ([timespan]::FromSeconds(60))
        $stall = [OrgTrail.Testing.Attacks]::Bodies.Where{ $_.Name -eq 'stall in the body' }[0]
        $server = [OrgTrail.Testing.HostileServer]::new($answers, 'CloudTrail.GetTrail', $stall, 1)
        $shell = [powershell]::Create()
        try {
            $shell.AddScript("Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Get-OrgTrail acme -EndpointUrl $($server.Endpoint)") | Out-Null
            $shell.BeginInvoke() | Out-Null
            $server.FirstAttack.Wait(20000) | Should -BeTrue

            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $stopped = $clock.Elapsed

            $clock.Restart()
            (Get-OrgTrail acme -EndpointUrl $server.Endpoint).Name | Should -Be 'acme'
            Write-Host "Ctrl+C after $([int] $stopped.TotalMilliseconds) ms, the next command took $([int] $clock.Elapsed.TotalMilliseconds) ms"
            $stopped.TotalSeconds | Should -BeLessThan 1
            $clock.Elapsed.TotalSeconds | Should -BeLessThan 2
        }
        finally {
            $shell.Dispose()
            $server.Dispose()
        }
    }

    It 'after Ctrl+C do not go to a program that prints credentials' -Skip:$IsWindows {
        $folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "orgtrail-$([guid]::NewGuid())")
        $started = Join-Path $folder started
        Set-Content "$folder/config" "[profile slow]`ncredential_process = sh -c 'echo `$`$ > $started; exec sleep 300'"
        $shell = [powershell]::Create()
        try {
            $env:AWS_CONFIG_FILE = "$folder/config"
            $shell.AddScript("Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Get-OrgTrail acme -ProfileName slow -EndpointUrl http://127.0.0.1:1") | Out-Null
            $shell.BeginInvoke() | Out-Null
            $waiting = [Diagnostics.Stopwatch]::StartNew()
            while (-not (Test-Path $started) -or -not (Get-Content $started)) { $waiting.Elapsed.TotalSeconds | Should -BeLessThan 20; [Threading.Thread]::Yield() | Out-Null }

            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()

            $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
            $process = Get-Process -Id (Get-Content $started) -ErrorAction Ignore
            if ($process) { $process.WaitForExit(5000) | Should -BeTrue -Because 'the program ends with the command' }
        }
        finally {
            $shell.Dispose()
            Remove-Item Env:AWS_CONFIG_FILE
            Remove-Item $folder -Recurse -Force
        }
    }
}
