#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, shows, packs or measures OrgTrail.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    # Build leaves the module in out/OrgTrail; Pack makes a zip archive of a release build beside it.
    [ValidateSet('Build', 'Test', 'Demo', 'Pack', 'Bench')]
    [string] $Task = 'Build'
)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed with exit code $LASTEXITCODE." }
}

switch ($Task) {
    Build { Invoke-DotNet build }
    Test { Invoke-DotNet test }
    Demo { Invoke-DotNet run --project src/OrgTrail.Sandbox.Console '--' demo }
    Pack {
        Invoke-DotNet build src/OrgTrail --configuration Release
        $version = (Import-PowerShellDataFile out/OrgTrail/OrgTrail.psd1).ModuleVersion
        Compress-Archive out/OrgTrail "out/OrgTrail.$version.zip" -Force
        Get-Item "out/OrgTrail.$version.zip"
    }
    Bench { Invoke-DotNet run --configuration Release --project tests/Benchmarks '--' all }
}
