BeforeAll {
    . $PSScriptRoot/Support.ps1

    $module = (Get-Module OrgTrail).ModuleBase
    $aws = New-ScriptedAws

    # Another copy of the AWS SDK in PowerShell's own load context, as AWS Tools brings it.
    $tests = Split-Path ([OrgTrail.Testing.RepositoryPaths]::PesterSuites)
    $neighbour = Get-ChildItem "$tests/bin/*/*/neighbour" -Directory | Sort-Object LastWriteTime | Select-Object -Last 1 -ExpandProperty FullName
    $loadNeighbour = "Get-ChildItem '$neighbour/*.dll' | ForEach-Object { [Reflection.Assembly]::LoadFrom(`$_.FullName) | Out-Null }"

    # Runs steps in a pwsh of its own, with the module imported; emits what the last step emits.
    function Invoke-InNewSession([string[]] $Steps, [hashtable] $Environment = @{}) {
        $variables = [Collections.Generic.Dictionary[string, string]]::new()
        $variables['AWS_ENDPOINT_URL'] = $aws.Endpoint
        foreach ($name in $Environment.Keys) { $variables[$name] = $Environment[$name] }

        $run = [OrgTrail.Testing.PowerShellProcess]::Run($Steps -join "`n", $variables)
        $run.ExitCode | Should -Be 0 -Because $run.Error
        $run.Output
    }

    $import = "Import-Module '$module/OrgTrail.psd1'"
    $call = 'Get-OrgTrustedAccess | Out-Null'
    $listAssemblies = @'
ConvertTo-Json -AsArray @([AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -like 'AWSSDK*' -or $_.GetName().Name -like 'OrgTrail*' }.ForEach{
    [pscustomobject] @{
        Name     = $_.GetName().Name
        Context  = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name
        Folder   = [IO.Path]::GetDirectoryName($_.Location)
    }
})
'@

    # The assemblies of the AWS SDK after the given steps.
    function Get-LoadedAssembly([string[]] $Steps, [hashtable] $Environment) {
        Invoke-InNewSession ($Steps + $listAssemblies) $Environment | ConvertFrom-Json
    }

    function Should-LieInOwnContext($Assemblies, [string[]] $Names) {
        foreach ($name in $Names) {
            $copies = @($Assemblies | Where-Object { $_.Name -eq $name -and $_.Context -eq 'OrgTrail.Aws' })
            $copies | Should -HaveCount 1 -Because "$name is loaded once into the module's context"
            $copies.Folder | Should -Be (Join-Path $module 'bin' 'aws')
        }
    }
}

AfterAll {
    $aws.Dispose()
}

Describe 'An import' {
    It 'loads no AWS SDK, and makes the types of the module known' {
        $loaded = Get-LoadedAssembly $import, '[OrgTrail.Trail] | Out-Null'

        $loaded.Name | Sort-Object | Should -Be 'OrgTrail', 'OrgTrail.Core'
    }

    It 'happens by itself when a cmdlet is typed' {
        Invoke-InNewSession "`$env:PSModulePath = '$(Split-Path $module)'", '(Get-Command New-OrgTrail).Module.Name' | Should -Be "OrgTrail$([Environment]::NewLine)"
    }
}

Describe 'The first call' {
    It 'loads the AWS SDK into a context of its own' {
        $loaded = Get-LoadedAssembly $import, $call

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'OrgTrail.Aws', 'OrgTrail.AwsClients'
        $loaded | Where-Object { $_.Name -like 'AWSSDK*' -and $_.Context -ne 'OrgTrail.Aws' } | Should -BeNullOrEmpty
        $loaded | Where-Object Name -eq OrgTrail.Core | Should -HaveCount 1
    }

    It 'does so once, also when the module is imported again by force or after its removal' {
        $loaded = Get-LoadedAssembly $import, $call, "$import -Force", $call, 'Remove-Module OrgTrail', $import, $call

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'OrgTrail.Aws'
        $loaded | Where-Object Name -eq OrgTrail.Core | Should -HaveCount 1
    }

    It 'tells what is missing when the module is incomplete' {
        Copy-Item $module "$TestDrive/OrgTrail" -Recurse
        Remove-Item "$TestDrive/OrgTrail/bin" -Recurse

        $told = Invoke-InNewSession "Import-Module '$TestDrive/OrgTrail/OrgTrail.psd1'", 'try { Get-OrgTrustedAccess } catch { $_.FullyQualifiedErrorId; "$_" }'

        $told | Should -BeLike 'ModuleIncomplete,OrgTrail.Commands.GetOrgTrustedAccessCommand*OrgTrail.Aws.dll*is missing*'
    }
}

Describe 'Another copy of the AWS SDK' {
    It 'may be loaded before the first call' {
        $loaded = Get-LoadedAssembly $loadNeighbour, $import, $call

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'OrgTrail.Aws'
        ($loaded | Where-Object { $_.Name -eq 'AWSSDK.Core' -and $_.Context -eq 'Default' }).Folder | Should -Be $neighbour
    }

    It 'may be loaded after the first call' {
        $loaded = Get-LoadedAssembly $import, $call, $loadNeighbour, '[Amazon.RegionEndpoint]::EUCentral1 | Out-Null', $call

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'OrgTrail.Aws'
        ($loaded | Where-Object { $_.Name -eq 'AWSSDK.Core' -and $_.Context -eq 'Default' }).Folder | Should -Be $neighbour
    }

    It 'does not get in the way of a profile with a role' {
        $aws.On('STS', 'AssumeRole').Answers(@'
<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>
'@)
        Set-Content "$TestDrive/config" @'
[profile base]
aws_access_key_id = AKIDEXAMPLE
aws_secret_access_key = secret
[profile audit]
role_arn = arn:aws:iam::111111111111:role/Audit
source_profile = base
'@
        $loaded = Get-LoadedAssembly $loadNeighbour, $import, 'Get-OrgTrustedAccess -ProfileName audit | Out-Null' @{ AWS_CONFIG_FILE = "$TestDrive/config" }

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'AWSSDK.SecurityToken'
        $aws.CallsOf('Organizations', 'DescribeOrganization')[-1].AccessKey | Should -Be 'ASIAROLE'
    }

    # The SDK looks for these two by name among all assemblies of the process, whatever their context.
    It 'does not get in the way of a profile that signs in through IAM Identity Center' {
        $aws.On('SSO', 'GetRoleCredentials').Answers('{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"secret","sessionToken":"token","expiration":4070908800000}}')
        $start = 'https://acme.awsapps.com/start'
        $hash = [Convert]::ToHexString([Security.Cryptography.SHA1]::HashData([Text.Encoding]::UTF8.GetBytes($start))).ToLowerInvariant()
        New-Item "$TestDrive/.aws/sso/cache/$hash.json" -Force -Value "{`"startUrl`":`"$start`",`"region`":`"us-east-1`",`"accessToken`":`"sso-token`",`"expiresAt`":`"2099-01-01T00:00:00Z`"}"
        Set-Content "$TestDrive/config" @"
[profile audit]
sso_start_url = $start
sso_region = us-east-1
sso_account_id = 111111111111
sso_role_name = Audit
"@
        $loadSso = "'AWSSDK.SSO', 'AWSSDK.SSOOIDC' | ForEach-Object { [Reflection.Assembly]::LoadFrom(`"$module/bin/aws/`$_.dll`").GetTypes() | Out-Null }"

        $loaded = Get-LoadedAssembly $loadNeighbour, $loadSso, $import, 'Get-OrgTrustedAccess -ProfileName audit | Out-Null' @{
            AWS_CONFIG_FILE = "$TestDrive/config"
            HOME            = $TestDrive
            USERPROFILE     = $TestDrive
        }

        Should-LieInOwnContext $loaded 'AWSSDK.Core', 'AWSSDK.SSO'
        $aws.CallsOf('Organizations', 'DescribeOrganization')[-1].AccessKey | Should -Be 'ASIASSO'
    }
}
