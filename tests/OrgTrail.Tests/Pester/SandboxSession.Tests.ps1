BeforeAll {
    . $PSScriptRoot/Support.ps1

    $module = (Get-Module OrgTrail).ModuleBase
    $import = "Import-Module '$module/OrgTrail.psd1'"

    # Steps that every session below may use: what a command ends with, and the variables of AWS.
    $support = @'
function Get-ErrorId ([scriptblock] $Command) {
    $said = try { & $Command 2>&1 3>$null } catch { $_ }
    $failure = @($said).Where({ $_ -is [Management.Automation.ErrorRecord] }, 'First')
    if ($failure) { $failure[0].FullyQualifiedErrorId -replace ',.*' } else { 'none' }
}
function Get-AwsEnvironment { (Get-ChildItem Env:AWS_*, Env:ORGTRAIL_SANDBOX -ErrorAction Ignore | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join '|' }
'@

    # Runs steps in a pwsh of its own whose environment leads to what stands for the real account; emits the lines that they emit.
    function Invoke-InRealSession([string[]] $Steps, [hashtable] $Environment = @{}) {
        $variables = [Collections.Generic.Dictionary[string, string]]::new()
        $variables['AWS_ENDPOINT_URL'] = $real.Endpoint
        $variables['AWS_ACCESS_KEY_ID'] = 'AKIDREAL'
        $variables['ORGTRAIL_SANDBOX'] = $null
        foreach ($name in $Environment.Keys) { $variables[$name] = $Environment[$name] }

        $run = [OrgTrail.Testing.PowerShellProcess]::Run((@($support) + $Steps) -join "`n", $variables)
        $run.ExitCode | Should -Be 0 -Because $run.Error
        $run.Output -split '\r?\n' | Where-Object { $_ }
    }
}

Describe 'A session in the sandbox' {
    BeforeEach { $real = New-ScriptedAws }

    AfterEach {
        $real.Calls | Should -BeNullOrEmpty -Because 'nothing may reach the real account'
        $real.Dispose()
    }

    Context 'whose module is taken away' {
        It 'stays in it when the module is imported again by force' {
            Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox', "$import -Force", '(Get-OrgTrustedAccess).ManagementAccountId', '$env:AWS_ENDPOINT_URL -eq $sandbox.Endpoint' |
                Should -Be '111111111111', 'True'
        }

        It 'stays in it when the module is removed, and comes back when it is imported again' {
            $said = Invoke-InRealSession $import, '$before = Get-AwsEnvironment', '$sandbox = Start-OrgTrailSandbox', 'Remove-Module OrgTrail',
                '$env:AWS_ENDPOINT_URL -eq $sandbox.Endpoint',
                '(Invoke-WebRequest "$($sandbox.Endpoint)/x" -SkipHttpErrorCheck).StatusCode',
                $import, '(Get-OrgTrustedAccess).ManagementAccountId', 'Stop-OrgTrailSandbox', '(Get-AwsEnvironment) -eq $before'

            $said | Should -Be 'True', '403', '111111111111', 'True'
        }

        It 'stays in it when the module is imported from another folder' {
            Copy-Item $module "$TestDrive/other/OrgTrail" -Recurse

            Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null', 'Remove-Module OrgTrail', "Import-Module '$TestDrive/other/OrgTrail/OrgTrail.psd1'",
                '(Get-OrgTrustedAccess).ManagementAccountId', 'Stop-OrgTrailSandbox', "`$env:AWS_ENDPOINT_URL -eq '$($real.Endpoint)'" |
                Should -Be '111111111111', 'True'
        }

        It 'stays in it when another copy of the module takes over, which stops it, too' {
            $said = Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox', 'Remove-Module OrgTrail',
                "`$copy = [Reflection.Assembly]::LoadFile('$module/OrgTrail.dll')", 'Import-Module -Assembly $copy',
                '(Get-Command Get-OrgTrustedAccess).ImplementingType.Assembly -ne $sandbox.GetType().Assembly',
                '(Get-OrgTrustedAccess).ManagementAccountId', 'Get-ErrorId { Start-OrgTrailSandbox }', 'Stop-OrgTrailSandbox', "`$env:AWS_ENDPOINT_URL -eq '$($real.Endpoint)'"

            $said | Should -Be 'True', '111111111111', 'SandboxRunning', 'True'
        }

        It 'stays in it when a runspace that imported the module ends' {
            Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null',
                "`$other = [powershell]::Create(); `$other.AddScript(`"$import; Remove-Module OrgTrail`").Invoke(); `$other.Runspace.Dispose(); `$other.Dispose()",
                "1 | ForEach-Object -Parallel { $import }", '(Get-OrgTrustedAccess).ManagementAccountId' | Should -Be '111111111111'
        }
    }

    Context 'whose environment is changed' {
        It 'refuses when <Change> leads past the sandbox, says so, and comes back with Stop-OrgTrailSandbox' -ForEach @(
            @{ Change = 'Remove-Item Env:AWS_ENDPOINT_URL'; Variable = 'AWS_ENDPOINT_URL' }
            @{ Change = 'Get-ChildItem Env:AWS_* | Remove-Item'; Variable = 'AWS_ENDPOINT_URL' }
            @{ Change = '$env:AWS_ENDPOINT_URL = ''{0}'''; Variable = 'AWS_ENDPOINT_URL' }
            @{ Change = '$env:AWS_ENDPOINT_URL_ORGANIZATIONS = ''{0}'''; Variable = 'AWS_ENDPOINT_URL_ORGANIZATIONS' }
            @{ Change = '$env:AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = ''true'''; Variable = 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS' }
        ) {
            $said = Invoke-InRealSession $import, '$before = Get-AwsEnvironment', 'Start-OrgTrailSandbox | Out-Null', ($Change -f $real.Endpoint),
                'try { Get-OrgTrustedAccess } catch { $_.FullyQualifiedErrorId; "$_" }', 'Stop-OrgTrailSandbox', '(Get-AwsEnvironment) -eq $before'

            $said[0] | Should -BeLike 'SandboxEnvironmentChanged,*'
            $said[1] | Should -BeLike "A sandbox runs at http://127.0.0.1:*, but $Variable leads past it: nothing was sent.*"
            $said[2] | Should -Be 'True'
        }

        It 'stays inside with other keys and another profile' {
            Set-Content "$TestDrive/config" "[profile prod]`naws_access_key_id = AKIDPROD`naws_secret_access_key = secret`nregion = us-east-1`nendpoint_url = $($real.Endpoint)`nignore_configured_endpoint_urls = true"

            $said = Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox', "`$env:AWS_CONFIG_FILE = '$TestDrive/config'",
                '$env:AWS_ACCESS_KEY_ID = $sandbox.Accounts[1]', 'Get-ErrorId { New-OrgTrail acme acme-audit -SkipPrerequisiteCheck }',
                'Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY', '$env:AWS_PROFILE = ''prod''', '(Get-OrgTrustedAccess).ManagementAccountId',
                '(Get-OrgTrustedAccess -ProfileName prod).ManagementAccountId', '(Get-OrgTrustedAccess -AccessKey AKIDMINE -SecretKey x).ManagementAccountId'

            $said | Should -Be 'NotOrganizationManagementAccount', '111111111111', '111111111111', '111111111111'
        }

        It 'rolls back what was set while it ran' {
            $said = Invoke-InRealSession $import, '$before = Get-AwsEnvironment', 'Start-OrgTrailSandbox | Out-Null',
                '$env:AWS_PROFILE = ''made-up''', '$env:AWS_SESSION_TOKEN = ''made-up''', '$env:AWS_REGION = ''eu-west-1''', 'Stop-OrgTrailSandbox', '(Get-AwsEnvironment) -eq $before', '"$env:AWS_PROFILE"'

            $said | Should -Be 'True'
        }
    }

    Context 'with a connection that leads elsewhere' {
        It 'takes no notice of $StoredAWSCredentials and $StoredAWSRegion' {
            $said = Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox -Region us-east-1, eu-west-1', '$StoredAWSRegion = ''eu-west-1''', '$StoredAWSCredentials = ''no-such-profile''',
                '(Get-OrgTrustedAccess).ManagementAccountId', "`$calls = Invoke-RestMethod `"`$(`$sandbox.Endpoint)/_sandbox/calls`" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' }", '$calls.Calls[-1].AccountId', '$calls.Calls[-1].Region'

            $said | Should -Be '111111111111', '111111111111', 'us-east-1'
        }

        It 'refuses an -EndpointUrl outside of this machine' {
            Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null', 'Get-ErrorId { Get-OrgTrustedAccess -EndpointUrl https://organizations.us-east-1.amazonaws.com -AccessKey AKIDREAL -SecretKey x }' |
                Should -Be 'OutsideSandbox'
        }

        It 'leads an object from before into the sandbox' {
            $script = "`$real = [OrgTrail.Testing.ScriptedAws]::WithOrganization(); `$env:AWS_ENDPOINT_URL = `$real.Endpoint; `$trusted = Get-OrgTrustedAccess; `$calls = `$real.Calls.Count"
            $said = Invoke-InRealSession "Add-Type -Path '$library'", $import, $script, '$sandbox = Start-OrgTrailSandbox -Bucket acme-audit', '$policy = $trusted | New-OrgTrailBucketPolicy acme-audit acme', '$policy | Set-OrgTrailBucketPolicy | Out-Null', '$real.Calls.Count -eq $calls', '(Get-OrgTrailBucketPolicy acme-audit).BucketName'

            $said | Should -Be 'True', 'acme-audit'
        }

        It 'lets no object out of it after its end' {
            $said = Invoke-InRealSession $import, 'Start-OrgTrailSandbox -Bucket acme-audit | Out-Null', 'Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | Out-Null', '$policy = Get-OrgTrailBucketPolicy acme-audit',
                'Stop-OrgTrailSandbox', 'try { $policy | Set-OrgTrailBucketPolicy } catch { $_.FullyQualifiedErrorId; "$_" }'

            $said[0] | Should -BeLike 'ConnectionFailed,*'
            $said[1] | Should -BeLike '*127.0.0.1*'
        }
    }

    Context 'that starts and stops' {
        It 'goes on in its sandbox when it starts another' {
            Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox', 'Get-ErrorId { Start-OrgTrailSandbox -Account 3 }', '$env:AWS_ENDPOINT_URL -eq $sandbox.Endpoint', '(Get-OrgTrustedAccess).ManagementAccountId', '$sandbox.Accounts.Count' |
                Should -Be 'SandboxRunning', 'True', '111111111111', '10'
        }

        It 'starts none in two runspaces at once but one' {
            $said = Invoke-InRealSession "1..4 | ForEach-Object -ThrottleLimit 4 -Parallel { $import; Start-OrgTrailSandbox -ErrorAction SilentlyContinue -ErrorVariable failure | Out-Null; `$failure ? (`$failure[0].FullyQualifiedErrorId -replace ',.*') : 'started'; (Get-OrgTrustedAccess).ManagementAccountId } | Sort-Object"

            $said | Should -Be '111111111111', '111111111111', '111111111111', '111111111111', 'SandboxRunning', 'SandboxRunning', 'SandboxRunning', 'started'
        }

        It 'is not stopped by another runspace, unless by force' {
            $said = Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox',
                "1 | ForEach-Object -Parallel { $support; $import; Get-ErrorId { Stop-OrgTrailSandbox } }", '(Get-OrgTrustedAccess).ManagementAccountId',
                "1 | ForEach-Object -Parallel { $import; Stop-OrgTrailSandbox -Force }", 'Get-ErrorId { Get-OrgTrustedAccess }', 'Stop-OrgTrailSandbox', "`$env:AWS_ENDPOINT_URL -eq '$($real.Endpoint)'"

            $said | Should -Be 'SandboxOfAnotherRunspace', '111111111111', 'SandboxStoppedElsewhere', 'True'
        }

        It 'refuses in a runspace whose sandbox another one has stopped, until that stops or starts one' {
            $said = Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null',
                '$other = [powershell]::Create(); function Invoke-Other ($Script) { $other.Commands.Clear(); $other.AddScript($Script).Invoke() }',
                "Invoke-Other { $import; (Get-OrgTrustedAccess).ManagementAccountId }", 'Stop-OrgTrailSandbox',
                'Invoke-Other { try { Get-OrgTrustedAccess } catch { $_.FullyQualifiedErrorId } }',
                'Invoke-Other { Start-OrgTrailSandbox | Out-Null; (Get-OrgTrustedAccess).ManagementAccountId; Stop-OrgTrailSandbox }', "`$env:AWS_ENDPOINT_URL -eq '$($real.Endpoint)'"

            $said | Should -Be '111111111111', 'SandboxStoppedElsewhere,OrgTrail.Commands.GetOrgTrustedAccessCommand', '111111111111', 'True'
        }

        It 'can stop a sandbox whose runspace has ended without stopping it' {
            $said = Invoke-InRealSession "1 | ForEach-Object -Parallel { $import; Start-OrgTrailSandbox | Out-Null }", $import, '(Get-OrgTrustedAccess).ManagementAccountId', 'Stop-OrgTrailSandbox', "`$env:AWS_ENDPOINT_URL -eq '$($real.Endpoint)'"

            $said | Should -Be '111111111111', 'True'
        }

        It 'works in a thread job of its own' {
            $said = Invoke-InRealSession $import, '$sandbox = Start-OrgTrailSandbox', "Start-ThreadJob { $import; (Get-OrgTrustedAccess).ManagementAccountId } | Receive-Job -Wait", 'Stop-OrgTrailSandbox'

            $said | Should -Be '111111111111'
        }
    }

    Context 'that has inherited it' {
        It 'works in the sandbox of the process that started it, does not stop it, and starts one of its own inside' {
            $sandbox = Start-OrgTrailSandbox
            try {
                # A child has the variables of its parent; the throwaway environment takes them away.
                $inherited = @{ AWS_ENDPOINT_URL = $sandbox.Endpoint; ORGTRAIL_SANDBOX = $sandbox.Endpoint; AWS_ACCESS_KEY_ID = $sandbox.ManagementAccountId }
                $said = Invoke-InRealSession $import, '(Get-OrgTrustedAccess).ManagementAccountId', 'Get-ErrorId { Stop-OrgTrailSandbox }', '$own = Start-OrgTrailSandbox -Account 2', '$env:AWS_ENDPOINT_URL -eq $own.Endpoint',
                    'Stop-OrgTrailSandbox', '$env:AWS_ENDPOINT_URL', '(Get-OrgTrustedAccess).ManagementAccountId', 'Stop-OrgTrailSandbox -Force 3>&1 | ForEach-Object { "warned" }', '"now ''$(Get-AwsEnvironment)''"' $inherited

                $said | Should -Be '111111111111', 'SandboxOfAnotherProcess', 'True', $sandbox.Endpoint, '111111111111', 'warned', "now ''"
                Get-OrgTrustedAccess | Should -Not -BeNullOrEmpty
            }
            finally { Stop-OrgTrailSandbox }
        }

        It 'refuses when the process that ran the sandbox was killed, until Stop- or Start-OrgTrailSandbox' {
            # The parent starts a sandbox and a child; it is killed when the child is there, and the child goes on behind it.
            $child = "$TestDrive/child.ps1"
            Set-Content $child @"
`$ErrorActionPreference = 'Stop'
$support
try {
    $import
    `$parent = [Diagnostics.Process]::GetProcessById(`$env:TEST_PARENT)
    Set-Content '$TestDrive/ready' `$PID
    `$parent.WaitForExit()
    `$said = @(
        try { Get-OrgTrustedAccess } catch { `$_.FullyQualifiedErrorId; "`$_" }
        Get-ErrorId { Get-OrgTrail -AccessKey AKIDREAL -SecretKey x }
        Remove-Item Env:AWS_ENDPOINT_URL
        Get-ErrorId { Get-OrgTrustedAccess }
        `$own = Start-OrgTrailSandbox
        (Get-OrgTrustedAccess).ManagementAccountId
        Stop-OrgTrailSandbox
        "now '`$(Get-AwsEnvironment)'"
    )
}
catch { `$said = "failed: `$_" }
Set-Content '$TestDrive/said.part' `$said
Move-Item '$TestDrive/said.part' '$TestDrive/said'
"@
            $parent = @"
$import
Start-OrgTrailSandbox | Out-Null
`$env:TEST_PARENT = `$PID
`$child = Start-Process '$([OrgTrail.Testing.PowerShellProcess]::Program)' '-NoProfile', '-NonInteractive', '-File', '$child' -PassThru
`$watch = [IO.FileSystemWatcher]::new('$TestDrive', 'ready')
while (-not (Test-Path '$TestDrive/ready')) { `$watch.WaitForChanged('All', 200) | Out-Null }
[Diagnostics.Process]::GetCurrentProcess().Kill()
"@
            $variables = [Collections.Generic.Dictionary[string, string]]::new()
            $variables['AWS_ENDPOINT_URL'] = $real.Endpoint
            [OrgTrail.Testing.PowerShellProcess]::Run($parent, $variables).ExitCode | Should -Not -Be 0

            $watch = [IO.FileSystemWatcher]::new("$TestDrive", 'said')
            $late = [DateTime]::UtcNow.AddSeconds(60)
            while (-not (Test-Path "$TestDrive/said") -and [DateTime]::UtcNow -lt $late) { $watch.WaitForChanged('All', 200) | Out-Null }
            $said = @(Get-Content "$TestDrive/said")

            $said | Should -HaveCount 6 -Because "$said"
            $said[0] | Should -BeLike 'SandboxGone,*'
            $said[1] | Should -BeLike 'The sandbox that this session works in, http://127.0.0.1:*, does not run any more: nothing was sent. It ended with the process*'
            $said[2..5] | Should -Be 'SandboxGone', 'SandboxEnvironmentChanged', '111111111111', "now ''"
        }
    }

    It 'completes no names of trails from outside of it' {
        Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null', "`$env:AWS_ENDPOINT_URL = '$($real.Endpoint)'", '$line = ''Get-OrgTrail -Trail zz''', '(TabExpansion2 $line $line.Length).CompletionMatches.Count', '"asked"' | Should -Contain 'asked'
    }

    It 'loads neither sandbox nor AWS SDK for an import' {
        Invoke-InRealSession $import, '@([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -like ''OrgTrail*'' | Sort-Object) -join '' ''' | Should -Be 'OrgTrail OrgTrail.Core'
    }
}

Describe 'A session that has stopped its sandbox' {
    It 'is back at the real account' {
        $real = New-ScriptedAws

        Invoke-InRealSession $import, 'Start-OrgTrailSandbox | Out-Null', 'Stop-OrgTrailSandbox', 'Get-OrgTrustedAccess | Out-Null'

        $real.Calls.AccessKey | Select-Object -Unique | Should -Be 'AKIDREAL'
        $real.Dispose()
    }
}
