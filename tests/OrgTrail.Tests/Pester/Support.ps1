<#
What every suite begins with:

    BeforeAll { . $PSScriptRoot/Support.ps1 }

Imports the built module, loads the test library, and cuts the session off from the machine's own AWS configuration.
`dotnet test` runs the suites and sets the ORGTRAIL_TEST_* variables; Invoke-Pester alone works too, without moto_server.
#>
$ErrorActionPreference = 'Stop'

$root = Convert-Path "$PSScriptRoot/../../.."
$library = $env:ORGTRAIL_TEST_LIBRARY
if (-not $library) {
    $library = Get-ChildItem "$root/tests/OrgTrail.Testing/bin/*/*/OrgTrail.Testing.dll" | Sort-Object LastWriteTime | Select-Object -Last 1 -ExpandProperty FullName
}
Add-Type -Path $library

Get-ChildItem Env:AWS_* | Remove-Item
foreach ($variable in [OrgTrail.Testing.ThrowawayEnvironment]::Variables().GetEnumerator()) {
    if ($null -ne $variable.Value) { Set-Item "Env:$($variable.Key)" $variable.Value }
}

Import-Module ($env:ORGTRAIL_TEST_MODULE ?? "$root/out/OrgTrail/OrgTrail.psd1")

function Get-Internal ($Type) {
    (Get-Command Get-OrgTrail).ImplementingType.Assembly.GetType("OrgTrail.$Type")
}

function Set-ProviderProperty ($Name, $Value) {
    $provider = (Get-Internal Loading.AwsProvider).GetMethod('Get', [Reflection.BindingFlags] 'Static, NonPublic').Invoke($null, @())
    $provider.GetType().GetProperty($Name, [Reflection.BindingFlags] 'Instance, NonPublic').SetValue($provider, $Value)
}

# The internal setting: how long an answer may take.
function Set-LongestAnswer ([timespan] $Time) { Set-ProviderProperty AnswerTimeout $Time }

# The internal settings: by which clock commands wait for AWS to catch up, and pause before they ask again. Set it back.
function Set-WaitingClock ([TimeProvider] $Clock = [TimeProvider]::System) {
    (Get-Internal Connection.ConnectedCmdlet).GetProperty('Clock', [Reflection.BindingFlags] 'Static, NonPublic').SetValue($null, $Clock)
    Set-ProviderProperty Time $Clock
}

# A scripted AWS that knows an organization; the caller is its management account. Dispose of it in AfterEach or AfterAll.
function New-ScriptedAws {
    [OrgTrail.Testing.ScriptedAws]::WithOrganization()
}

function Skip-WithoutMoto {
    if (-not $env:ORGTRAIL_TEST_MOTO) {
        Set-ItResult -Skipped -Because ($env:ORGTRAIL_TEST_MOTO_MISSING ? $env:ORGTRAIL_TEST_MOTO_MISSING : 'moto_server runs only under dotnet test')
    }
}

function Skip-WithoutAwsCli {
    if (-not [OrgTrail.Testing.AwsCli]::Available) { Set-ItResult -Skipped -Because ([OrgTrail.Testing.AwsCli]::MissingBecause) }
}

function Invoke-MotoReset {
    Invoke-RestMethod -Method Post "$env:ORGTRAIL_TEST_MOTO/moto-api/reset" | Out-Null
}

# One AWS CLI command against what the session points at, or else moto_server; emits what it answers as an object, throws when it fails.
function Invoke-AwsCli {
    $answer = [OrgTrail.Testing.AwsCli]::new($env:AWS_ENDPOINT_URL ? $env:AWS_ENDPOINT_URL : $env:ORGTRAIL_TEST_MOTO).Run([string[]] $args)
    if (-not $answer.Succeeded) { throw $answer.Error }
    if ($answer.Text.Trim()) { $answer.Text | ConvertFrom-Json }
}
