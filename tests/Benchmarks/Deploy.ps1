# What DeployBenchmark times: the wanted state of the examples, in one command.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $EndpointUrl,
    [Parameter(Mandatory)] [string] $State
)
$ErrorActionPreference = 'Stop'
Import-Module $Module

$deployment = Deploy-OrgTrail -Path $State -EndpointUrl $EndpointUrl -Confirm:$false
if (-not $deployment.Succeeded) { throw "The wanted state was not reached: $($deployment.Steps)" }
if ($deployment.Changed) { 'deployed' } else { 'right already' }
