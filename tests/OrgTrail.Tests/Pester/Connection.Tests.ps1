BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Real credentials objects of AWS Tools' kind: the types are another copy's, not the module's.
    $tests = Split-Path ([OrgTrail.Testing.RepositoryPaths]::PesterSuites)
    $neighbour = Get-ChildItem "$tests/bin/*/*/neighbour/AWSSDK.Core.dll" | Sort-Object LastWriteTime | Select-Object -Last 1
    [Reflection.Assembly]::LoadFrom($neighbour.FullName) | Out-Null
    Add-Type @'
public sealed class StoredCredentialsOfAwsTools
{
    public StoredCredentialsOfAwsTools(object credentials) => Credentials = credentials;
    internal object Credentials { get; }
}
'@
    $keys = [Amazon.Runtime.SessionAWSCredentials]::new('ASIATOOLS', 'secret', 'token')

    # With which key, and in which Region, the last call was signed.
    function Get-Signature { '{0} {1}' -f $aws.Calls[-1].AccessKey, $aws.Calls[-1].Region }

    # The connections that a script block opens: each says once where its credentials come from.
    function Get-ConnectionCount([scriptblock] $Script) {
        @(& $Script -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] -and $_.Message -like 'The AWS credentials come from*' }).Count
    }
}

Describe 'A connection' {
    BeforeEach {
        $aws = (New-ScriptedAws).KeepTrails()
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
        foreach ($name in 'acme', 'beta') {
            $aws.AddTrail("{`"Name`":`"$name`",`"S3BucketName`":`"acme-audit`",`"IsOrganizationTrail`":true,`"IsMultiRegionTrail`":true}") | Out-Null
        }
        Set-Content "$TestDrive/config" @'
[profile management]
aws_access_key_id = AKIDMANAGEMENT
aws_secret_access_key = secret
region = eu-west-1
'@
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    Context 'in a pipeline' {
        It 'is opened once, and comes along with the objects' {
            $opened = Get-ConnectionCount {
                Get-OrgTrail -ProfileName management -Verbose | Set-OrgTrail -EnableLogFileValidation $true -Confirm:$false -Verbose | Start-OrgTrailLogging -Verbose | Get-OrgTrailStatus -Verbose
            }

            $opened | Should -Be 1
            $aws.Calls.AccessKey | Select-Object -Unique | Should -Be 'AKIDMANAGEMENT'
        }

        It 'is opened again for objects that were kept, once for all of them' {
            $kept = Get-OrgTrail -ProfileName management
            $opened = Get-ConnectionCount { $kept | Get-OrgTrailStatus -Verbose }

            $opened | Should -Be 1
            Get-Signature | Should -BeLike 'AKIDMANAGEMENT *'
        }

        It 'gives way to the one that the user names' {
            Get-OrgTrail acme -ProfileName management | Get-OrgTrailStatus -AccessKey AKIDOTHER -SecretKey secret -Region us-east-1 | Out-Null

            Get-Signature | Should -Be 'AKIDOTHER us-east-1'
        }

        It 'never shows on an object' {
            $trail = Get-OrgTrail acme -AccessKey AKIDHIDDEN -SecretKey hidden

            $trail | ConvertTo-Json -Depth 5 | Should -Not -Match 'hidden|AKIDHIDDEN'
            $trail | Format-List * -Force | Out-String | Should -Not -Match 'hidden|AKIDHIDDEN'
            [Management.Automation.PSSerializer]::Serialize($trail) | Should -Not -Match 'hidden|AKIDHIDDEN'
        }

        It 'comes by property name, for each object its own' {
            [pscustomobject] @{ Name = 'acme'; AK = 'AKIDONE'; SK = 'secret' }, [pscustomobject] @{ Name = 'beta'; AccessKey = 'AKIDTWO'; SecretAccessKey = 'secret' } |
                Get-OrgTrail | Out-Null

            $aws.Calls.AccessKey | Select-Object -Unique | Should -Be 'AKIDONE', 'AKIDTWO'
        }
    }

    Context 'with a credentials object' {
        It 'signs with the keys of one of AWS Tools' {
            Get-OrgTrustedAccess -Credential $keys | Out-Null

            Get-Signature | Should -BeLike 'ASIATOOLS *'
            $aws.Calls[-1].Headers['X-Amz-Security-Token'] | Should -Be 'token'
        }

        It 'signs with a PSCredential' {
            $credential = [pscredential]::new('AKIDPERSON', (ConvertTo-SecureString secret -AsPlainText -Force))

            Get-OrgTrustedAccess -Credential $credential | Out-Null

            Get-Signature | Should -BeLike 'AKIDPERSON *'
        }

        It 'takes it from the pipeline' {
            $keys | Get-OrgTrustedAccess | Out-Null
            Get-Signature | Should -BeLike 'ASIATOOLS *'

            $keys | Get-OrgTrail | Should -HaveCount 2
            Get-Signature | Should -BeLike 'ASIATOOLS *'
        }

        It 'takes resolved keys from the pipeline, with their token' {
            $keys.GetCredentials() | Get-OrgTrustedAccess | Out-Null

            $aws.Calls[-1].Headers['X-Amz-Security-Token'] | Should -Be 'token'
        }

        It 'leaves all other objects of the pipeline alone' {
            'acme' | Get-OrgTrail -AccessKey AKIDMINE -SecretKey secret | Get-OrgTrailStatus | Should -HaveCount 1
        }

        It 'refuses anything else with a reason' {
            { Get-OrgTrustedAccess -Credential 42 } | Should -Throw '*These are no AWS credentials.*Get-AWSCredential*'
        }

        It 'says so when the object has no keys' {
            $empty = [pscredential]::new('AKIDPERSON', [securestring]::new())

            { Get-OrgTrustedAccess -Credential $empty } | Should -Throw -ErrorId 'InvalidCredential,OrgTrail.Commands.GetOrgTrustedAccessCommand'
            $aws.Calls | Should -BeNullOrEmpty
        }
    }

    Context 'of the session' {
        It 'is the credentials object in $StoredAWSCredentials' {
            $StoredAWSCredentials = [StoredCredentialsOfAwsTools]::new($keys)

            Get-OrgTrustedAccess | Out-Null

            Get-Signature | Should -BeLike 'ASIATOOLS *'
        }

        It 'is the profile in $StoredAWSCredentials' {
            $StoredAWSCredentials = 'management'

            Get-OrgTrustedAccess | Out-Null

            Get-Signature | Should -BeLike 'AKIDMANAGEMENT *'
        }

        It 'calls the Region in $StoredAWSRegion' {
            $StoredAWSRegion = 'ap-southeast-2'

            Get-OrgTrail acme -ErrorAction Ignore | Out-Null

            $aws.CallsOf('CloudTrail', 'GetTrail')[0].Region | Should -Be 'ap-southeast-2'
        }

        It 'gives way to parameters' {
            $StoredAWSCredentials = $keys
            $StoredAWSRegion = 'ap-southeast-2'

            Get-OrgTrail acme -ProfileName management -Region us-east-1 | Out-Null

            Get-Signature | Should -Be 'AKIDMANAGEMENT us-east-1'
        }
    }

    Context 'that fails' {
        It 'ends the statement when it is the same for every object' {
            $seen = [Collections.Generic.List[string]]::new()

            { 'acme', 'beta' | ForEach-Object { $seen.Add($_); $_ } | Get-OrgTrail -ProfileName nobody } |
                Should -Throw -ErrorId 'ProfileNotFound,OrgTrail.Commands.GetOrgTrailCommand'

            $seen | Should -Be 'acme'
        }

        It 'is an error about the object that brought it, and the others go on' {
            $found = [pscustomobject] @{ Name = 'acme'; ProfileName = 'nobody' }, [pscustomobject] @{ Name = 'beta'; ProfileName = 'management' } |
                Get-OrgTrail -Region us-east-1 -ErrorAction SilentlyContinue -ErrorVariable failures

            $found.Name | Should -Be 'beta'
            $failures.FullyQualifiedErrorId | Should -Be 'ProfileNotFound,OrgTrail.Commands.GetOrgTrailCommand'
            "$($failures.TargetObject)" | Should -Be 'acme'
        }
    }

    It 'ends at once at Ctrl+C, without an error' {
        $aws.On('Organizations', 'DescribeOrganization').Hangs()
        $session = [powershell]::Create()
        $session.AddScript("Import-Module '$((Get-Module OrgTrail).Path)'; Get-OrgTrustedAccess -EndpointUrl $($aws.Endpoint)") | Out-Null
        $running = $session.BeginInvoke()
        $call = $aws.FirstCall('Organizations', 'DescribeOrganization').GetAwaiter().GetResult()

        $session.Stop()

        $session.InvocationStateInfo.State | Should -Be 'Stopped'
        $session.Streams.Error | Should -BeNullOrEmpty
        $call.Abandoned.Wait(10000) | Should -BeTrue
        { $session.EndInvoke($running) } | Should -Throw
        $session.Dispose()
    }
}

Describe 'Completion' {
    BeforeAll {
        function Get-Completion([string] $CommandLine) {
            (TabExpansion2 $CommandLine $CommandLine.Length).CompletionMatches.CompletionText
        }
    }

    It 'knows the Regions' {
        Get-Completion 'Get-OrgTrail -Region eu-c' | Should -Be 'eu-central-1', 'eu-central-2'
        Get-Completion 'Get-OrgTrail -Region *gov-e' | Should -Be 'us-gov-east-1'
    }

    It 'knows the profiles, and quotes what must be quoted' {
        Set-Content "$TestDrive/credentials" "[management]`naws_access_key_id = a`naws_secret_access_key = b`n[my profile]`naws_access_key_id = a`naws_secret_access_key = b"

        Get-Completion "Get-OrgTrail -ProfileLocation '$TestDrive/credentials' -ProfileName m" | Should -Be 'management', "'my profile'"
    }

    It 'knows the trails that the connection in the command line sees' {
        $aws = (New-ScriptedAws).KeepTrails()
        foreach ($name in 'acme', 'acme-test', 'beta') {
            $aws.AddTrail("{`"Name`":`"$name`",`"S3BucketName`":`"acme-audit`"}") | Out-Null
        }

        Get-Completion "Remove-OrgTrail -EndpointUrl $($aws.Endpoint) -AccessKey AKIDTAB -SecretKey secret -Trail a" | Should -Be 'acme', 'acme-test'

        $aws.Calls.AccessKey | Select-Object -Unique | Should -Be 'AKIDTAB'
        $aws.Dispose()
    }

    It 'uses the credentials of the session' {
        $aws = (New-ScriptedAws).KeepTrails()
        $StoredAWSCredentials = $keys

        Get-Completion "Get-OrgTrail -EndpointUrl $($aws.Endpoint) -Trail zz" | Out-Null

        $aws.CallsOf('CloudTrail', 'ListTrails').AccessKey | Should -Be 'ASIATOOLS'
        $aws.Dispose()
    }

    It 'stays silent when there is no answer' {
        Get-Completion 'Get-OrgTrail -EndpointUrl http://127.0.0.1:1 -Trail zz' | Should -Not -BeLike 'zz*'
        Get-Completion 'Get-OrgTrail -ProfileName nobody -Trail zz' | Should -Not -BeLike 'zz*'
    }
}
