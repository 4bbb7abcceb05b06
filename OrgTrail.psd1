@{
    RootModule           = 'OrgTrail.dll'
    # Loaded by the import itself, so that [OrgTrail.Trail] is known before the first cmdlet runs.
    RequiredAssemblies   = @('OrgTrail.Core.dll')
    ModuleVersion        = '0.1.0'
    GUID                 = '55978431-2aec-4f00-8ba4-d83de4c1ffe4'
    Author               = 'The OrgTrail developers'
    CompanyName          = 'The OrgTrail developers'
    Copyright            = '(c) the OrgTrail developers. Apache License 2.0.'
    Description          = 'Sets up AWS CloudTrail organization trails, keeps them right, and proves that they work.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('OrgTrail.Format.ps1xml')

    # Names and no wildcards: PowerShell loads the module by itself when one of them is typed, without a look inside.
    CmdletsToExport      = @(
        'Deploy-OrgTrail'
        'Disable-OrgTrustedAccess'
        'Enable-OrgAllFeatures'
        'Enable-OrgTrustedAccess'
        'Export-OrgTrailEvidence'
        'Get-OrgTrail'
        'Get-OrgTrailBucketPolicy'
        'Get-OrgTrailDelegatedAdmin'
        'Get-OrgTrailEventSelector'
        'Get-OrgTrailInsightSelector'
        'Get-OrgTrailStatus'
        'Get-OrgTrustedAccess'
        'Join-OrgTrailReceipt'
        'New-OrgTrail'
        'New-OrgTrailBucket'
        'New-OrgTrailBucketPolicy'
        'New-OrgTrailKeyPolicy'
        'New-OrgTrailTopicPolicy'
        'Register-OrgTrailDelegatedAdmin'
        'Remove-OrgTrail'
        'Set-OrgTrail'
        'Set-OrgTrailBucketPolicy'
        'Set-OrgTrailEventSelector'
        'Set-OrgTrailInsightSelector'
        'Start-OrgTrailLogging'
        'Start-OrgTrailSandbox'
        'Stop-OrgTrailLogging'
        'Stop-OrgTrailSandbox'
        'Test-OrgTrail'
        'Test-OrgTrailBucketPolicy'
        'Test-OrgTrailKeyPolicy'
        'Test-OrgTrailLogIntegrity'
        'Unregister-OrgTrailDelegatedAdmin'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()

    PrivateData          = @{
        PSData = @{
            Tags       = @('AWS', 'CloudTrail', 'Organizations', 'Audit', 'Compliance', 'Security', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
