<#
What -Path and the places of profiles lead to: data and nothing else, of a bounded size, and never without end.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1

    function Get-Failure ([scriptblock] $Block) {
        $found = try { & $Block 2>&1 } catch { $_ }
        @($found).Where{ $_ -is [Management.Automation.ErrorRecord] }[0]
    }
}

Describe 'A description of a trail' {
    It 'is a table and nothing else: <What>' -ForEach @(
        @{ What = 'using module'; Text = "using module {0}`n@{{ Name = 'acme' }}" }
        @{ What = 'using assembly'; Text = "using assembly {0}`n@{{ Name = 'acme' }}" }
        @{ What = 'using namespace'; Text = "using namespace System.IO`n@{{ Name = 'acme' }}" }
        @{ What = 'using behind a comment'; Text = "<# a #> # b`nusing module {0}`n@{{ Name = 'acme' }}" }
        @{ What = 'param'; Text = "param(`$a = (Set-Content '{1}' x))`n@{{ Name = 'acme' }}" }
        @{ What = 'an attribute'; Text = "[CmdletBinding()]param()`n@{{ Name = 'acme' }}" }
        @{ What = '#requires'; Text = "#requires -Modules {0}`n@{{ Name = 'acme' }}" }
        @{ What = '#requires behind'; Text = "@{{ Name = 'acme' }}`n#requires -Version 7" }
        @{ What = 'begin'; Text = "begin {{ Set-Content '{1}' x }} end {{ @{{ Name = 'acme' }} }}" }
        @{ What = 'process'; Text = "process {{ @{{ Name = 'acme' }} }}" }
        @{ What = 'end'; Text = "end {{ @{{ Name = 'acme' }} }}" }
        @{ What = 'dynamicparam'; Text = "dynamicparam {{ }} end {{ @{{ Name = 'acme' }} }}" }
        @{ What = 'clean'; Text = "end {{ @{{ Name = 'acme' }} }} clean {{ Set-Content '{1}' x }}" }
        @{ What = 'trap'; Text = "@{{ Name = 'acme' }}`ntrap {{ Set-Content '{1}' x }}" }
        @{ What = 'redirection'; Text = "@{{ Name = 'acme' }} > '{1}'" }
        @{ What = 'a job'; Text = "@{{ Name = 'acme' }} &" }
        @{ What = 'a pipeline'; Text = "@{{ Name = 'acme' }} | Set-Content '{1}'" }
        @{ What = 'a chain'; Text = "@{{ Name = 'acme' }} && (Set-Content '{1}' x)" }
        @{ What = 'a second statement'; Text = "@{{ Name = 'acme' }}; Set-Content '{1}' x" }
        @{ What = 'an expression in text'; Text = "@{{ Name = `"`$(Set-Content '{1}' x)`" }}" }
        @{ What = 'configuration'; Text = "@{{ Name = 'acme' }}`nconfiguration C {{ Import-DscResource -ModuleName {0} }}" }
        @{ What = 'a class'; Text = "class A {{ }}`n@{{ Name = 'acme' }}" }
    ) {
        $marker = Join-Path $TestDrive 'was-run'
        $module = Join-Path $TestDrive 'evil.psm1'
        Set-Content $module "Set-Content '$marker' x"
        Set-Content "$TestDrive/trail.psd1" ($Text -f $module, $marker)

        $failure = Get-Failure { Deploy-OrgTrail -Path "$TestDrive/trail.psd1" -WhatIf -EndpointUrl http://127.0.0.1:1 }

        $failure.FullyQualifiedErrorId | Should -BeLike 'MalformedDeploymentFile,*'
        $marker | Should -Not -Exist
    }

    It 'may have comments' {
        Set-Content "$TestDrive/trail.psd1" "# Ours, using module names.`n<# @{ #>`n@{ Name = 'acme'; S3BucketName = 'acme-audit' } # end"

        (Get-Failure { Deploy-OrgTrail -Path "$TestDrive/trail.psd1" -WhatIf -EndpointUrl http://127.0.0.1:1 }).FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
    }
}

Describe 'A file of -Path' {
    BeforeDiscovery {
        $readers = @(
            @{ Command = 'Test-OrgTrailBucketPolicy'; More = @{ BucketName = 'acme-audit'; TrailName = 'acme' } }
            @{ Command = 'Test-OrgTrailKeyPolicy'; More = @{ TrailName = 'acme' } }
            @{ Command = 'Deploy-OrgTrail'; More = @{ WhatIf = $true } }
        )
    }

    It 'is too large at more than a megabyte: <Command>' -ForEach $readers {
        [IO.File]::WriteAllBytes("$TestDrive/large.json", [byte[]]::new(1024 * 1024 + 1))

        $failure = Get-Failure { & $Command -Path "$TestDrive/large.json" @More }

        $failure.FullyQualifiedErrorId | Should -BeLike 'FileTooLarge,*'
        $failure.CategoryInfo.Category | Should -Be 'LimitsExceeded'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Path*'
    }

    It 'may be a device without end, which ends: <Command>' -Skip:(-not $IsLinux) -ForEach $readers {
        New-Item "$TestDrive/zero.json" -ItemType SymbolicLink -Value /dev/zero -Force | Out-Null
        $clock = [Diagnostics.Stopwatch]::StartNew()

        (Get-Failure { & $Command -Path "$TestDrive/zero.json" @More }).FullyQualifiedErrorId | Should -BeLike 'FileTooLarge,*'

        $clock.Elapsed.TotalSeconds | Should -BeLessThan 5
    }

    It 'may be a pipe that nobody writes to, which ends: <Command>' -Skip:$IsWindows -ForEach $readers[0] {
        mkfifo "$TestDrive/pipe.json"

        $failure = Get-Failure { & $Command -Path "$TestDrive/pipe.json" @More }

        $failure.FullyQualifiedErrorId | Should -BeLike 'FileUnreadable,*'
        "$failure" | Should -BeLike '*pipe or a device*'
    }

    It 'may be a pipe that somebody writes to' -Skip:$IsWindows {
        mkfifo "$TestDrive/live.json"
        $writer = Start-Process sh -ArgumentList '-c', "`"echo '{}' > '$TestDrive/live.json'`"" -PassThru

        (Get-Failure { Test-OrgTrailBucketPolicy -Path "$TestDrive/live.json" -BucketName acme-audit -TrailName acme -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-east-1 }).FullyQualifiedErrorId |
            Should -BeLike 'MalformedPolicy,*'
        $writer.WaitForExit(5000) | Should -BeTrue
    }

    It 'is left at once at Ctrl+C: <Command>' -Skip:$IsWindows -ForEach ($readers + @{ Command = 'Get-OrgTrail'; Parameter = 'ProfileLocation'; More = @{} }) {
        $pipe = "$TestDrive/stop-$Command.json"
        mkfifo $pipe
        $shell = [powershell]::Create()
        try {
            $shell.AddScript("Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'").Invoke() | Out-Null
            $shell.Commands.Clear()
            $shell.AddCommand($Command).AddParameters($More).AddParameter($Parameter ?? 'Path', $pipe) | Out-Null
            $running = $shell.BeginInvoke()
            # The reader has opened the pipe when somebody else can open it for writing without waiting.
            $deadline = [Diagnostics.Stopwatch]::StartNew()
            while ((sh -c "ls -l /proc/$PID/task/*/wchan > /dev/null 2>&1; grep -l 'wait_for_partner\|fifo_open' /proc/$PID/task/*/wchan 2>/dev/null | head -1") -eq $null -and $deadline.Elapsed.TotalSeconds -lt 2) { }

            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()

            $clock.Elapsed.TotalSeconds | Should -BeLessThan 1
            $running.IsCompleted | Should -BeTrue
            $shell.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }
}

Describe 'Without a home folder' {
    It 'not even the AWS SDK reads what is in the current folder' -Skip:$IsWindows {
        $folder = (New-Item "$TestDrive/foreign" -ItemType Directory -Force).FullName
        New-Item "$folder/.aws" -ItemType Directory -Force | Out-Null
        # Whoever reads a pipe that nobody writes to never comes back.
        mkfifo "$folder/.aws/credentials" "$folder/.aws/config"
        $aws = New-ScriptedAws
        try {
            $environment = [Collections.Generic.Dictionary[string, string]]::new()
            foreach ($name in 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE') { $environment[$name] = [NullString]::Value }
            $process = [OrgTrail.Testing.PowerShellProcess]::Run(@"
Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'
[Environment]::CurrentDirectory = '$folder'
[Environment]::SetEnvironmentVariable('HOME', `$null)
(Get-OrgTrustedAccess -EndpointUrl $($aws.Endpoint)).OrganizationId
"@, $environment, [timespan]::FromSeconds(40))

            $process.Output + $process.Error | Should -Match 'o-exampleorgid'
        }
        finally {
            $aws.Dispose()
        }
    }

    It 'nothing of the current folder is read, nor run: HOME is <What>' -Skip:$IsWindows -ForEach @(
        @{ What = 'not set'; Value = $null }
        @{ What = 'empty'; Value = '' }
        @{ What = 'the current folder'; Value = '.' }
        @{ What = 'relative'; Value = 'sub/..' }
    ) {
        $folder = New-Item "$TestDrive/shared" -ItemType Directory -Force
        New-Item "$folder/.aws", "$folder/sub" -ItemType Directory -Force | Out-Null
        Set-Content "$folder/run.sh" "#!/bin/sh`ntouch '$folder/was-run'`necho '{ `"Version`": 1, `"AccessKeyId`": `"AKIDEVIL`", `"SecretAccessKey`": `"x`" }'"
        chmod +x "$folder/run.sh"
        Set-Content "$folder/.aws/credentials" "[default]`ncredential_process = $folder/run.sh`nregion = us-east-1`n[acme]`naws_access_key_id = AKIDEVIL`naws_secret_access_key = x"
        $aws = New-ScriptedAws
        try {
            $environment = [Collections.Generic.Dictionary[string, string]]::new()
            foreach ($name in 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE') { $environment[$name] = [NullString]::Value }
            $process = [OrgTrail.Testing.PowerShellProcess]::Run(@"
Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'
Set-Location '$folder'
[Environment]::CurrentDirectory = '$folder'
[Environment]::SetEnvironmentVariable('HOME', $(if ($null -eq $Value) { '$null' } else { "'$Value'" }))
foreach (`$more in @{}, @{ ProfileName = 'acme' }) {
    try { Get-OrgTrustedAccess -EndpointUrl $($aws.Endpoint) @more } catch { `$_.FullyQualifiedErrorId }
}
"@, $environment)

            $process.Output + $process.Error | Should -Match 'NoCredentials,'
            $process.Output + $process.Error | Should -Match 'ProfileNotFound,'
            "$folder/was-run" | Should -Not -Exist
            $aws.Calls | Should -BeNullOrEmpty
        }
        finally {
            $aws.Dispose()
        }
    }
}
