<#
How many calls each cmdlet makes, and which. What stands here is meant: a call more is a defect, and so is one less that
leaves something unchecked.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1

    $policy = (New-OrgTrailBucketPolicy acme-audit acme -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-east-1).Policy
    $settings = '{"Name":"acme","S3BucketName":"acme-audit","IsOrganizationTrail":true,"IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true}'
}

Describe 'The calls of' {
    BeforeEach {
        $aws = (New-ScriptedAws).KeepTrails().AddBucket('acme-audit', 'us-east-1', $policy)
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'each cmdlet are as few as can be' -ForEach @(
        @{ Command = { Get-OrgTrustedAccess }; Calls = 'DescribeOrganization', 'ListAWSServiceAccessForOrganization' }
        @{ Command = { Enable-OrgTrustedAccess }; Calls = 'DescribeOrganization', 'ListAWSServiceAccessForOrganization' }
        @{ Command = { $aws.TrustedAccess = $false; Enable-OrgTrustedAccess }; Calls = 'DescribeOrganization', 'EnableAWSServiceAccess', 'ListAWSServiceAccessForOrganization' }
        @{ Command = { Disable-OrgTrustedAccess -Confirm:$false }; Calls = 'DescribeOrganization', 'DescribeTrails', 'DisableAWSServiceAccess', 'ListAWSServiceAccessForOrganization', 'ListTrails' }
        @{ Command = { Enable-OrgAllFeatures -Confirm:$false }; Calls = 'DescribeOrganization' }
        @{ Command = { New-OrgTrailBucketPolicy acme-audit acme }; Calls = 'DescribeOrganization' }
        @{ Command = { Get-OrgTrailBucketPolicy acme-audit }; Calls = 'GetBucketPolicy' }
        @{ Command = { New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy }; Calls = 'DescribeOrganization', 'GetBucketPolicy' }
        @{ Command = { New-OrgTrailBucketPolicy acme-audit other | Set-OrgTrailBucketPolicy }; Calls = 'DescribeOrganization', 'GetBucketPolicy', 'GetBucketPolicy', 'GetBucketPolicy', 'PutBucketPolicy' }
        @{ Command = { Test-OrgTrailBucketPolicy acme-audit acme }; Calls = 'DescribeOrganization', 'GetBucketPolicy' }
        @{ Command = { New-OrgTrail acme acme-audit -StartLogging }; Calls = 'CreateTrail', 'DescribeOrganization', 'GetBucketPolicy', 'GetCallerIdentity', 'ListAWSServiceAccessForOrganization', 'StartLogging' }
        @{ Command = { Get-OrgTrail }; Calls = 'DescribeTrails', 'ListTrails' }
        @{ Command = { Get-OrgTrail acme }; Calls = 'GetTrail' }
        @{ Command = { Set-OrgTrail acme -EnableLogFileValidation $true }; Calls = 'GetTrail', 'UpdateTrail' }
        @{ Command = { Start-OrgTrailLogging acme }; Calls = 'GetTrail', 'StartLogging' }
        @{ Command = { Stop-OrgTrailLogging acme -Confirm:$false }; Calls = 'GetTrail', 'StopLogging' }
        @{ Command = { Get-OrgTrail acme | Start-OrgTrailLogging }; Calls = 'GetTrail', 'StartLogging' }
        @{ Command = { Get-OrgTrail acme | Get-OrgTrailStatus }; Calls = 'GetTrail', 'GetTrailStatus' }
        @{ Command = { Remove-OrgTrail acme -Confirm:$false }; Calls = 'DeleteTrail', 'GetTrail' }
        @{ Command = { Remove-OrgTrail acme -IncludeTrustedAccess -Confirm:$false }; Calls = 'DeleteTrail', 'DescribeOrganization', 'DescribeTrails', 'DisableAWSServiceAccess', 'GetCallerIdentity', 'GetTrail', 'ListAWSServiceAccessForOrganization', 'ListDelegatedAdministrators', 'ListTrails', 'StopLogging' }
        @{ Command = { Set-OrgTrail acme -IsOrganizationTrail $false }; Calls = 'DescribeOrganization', 'GetCallerIdentity', 'GetTrail', 'UpdateTrail' }
        @{ Command = { Get-OrgTrailDelegatedAdmin }; Calls = 'ListDelegatedAdministrators' }
        @{ Command = { Unregister-OrgTrailDelegatedAdmin 222222222222 -Confirm:$false }; Calls = 'DescribeOrganization', 'GetCallerIdentity', 'ListDelegatedAdministrators' }
        @{ Command = { Get-OrgTrailEventSelector acme }; Calls = 'GetEventSelectors', 'GetTrail' }
        @{ Command = { Get-OrgTrailEventSelector $arn }; Calls = 'GetEventSelectors' }
        @{ Command = { Get-OrgTrail acme | Get-OrgTrailInsightSelector }; Calls = 'GetInsightSelectors', 'GetTrail' }
        @{ Command = { Set-OrgTrailEventSelector acme @{} }; Calls = 'GetEventSelectors', 'GetTrail' }
        @{ Command = { Set-OrgTrailInsightSelector acme -None }; Calls = 'GetInsightSelectors', 'GetTrail' }
        @{ Command = { Set-OrgTrailInsightSelector acme ApiErrorRateInsight }; Calls = 'GetEventSelectors', 'GetInsightSelectors', 'GetTrail', 'PutInsightSelectors' }
    ) {
        $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
        $aws.On('CloudTrail', 'GetEventSelectors').Answers('{"TrailARN":"' + $arn + '","EventSelectors":[{"ReadWriteType":"All"}]}') | Out-Null
        $aws.On('CloudTrail', 'GetInsightSelectors').Fails('InsightNotEnabledException', 'Off.') | Out-Null
        $aws.On('CloudTrail', 'PutInsightSelectors').Answers('{"TrailARN":"' + $arn + '"}') | Out-Null
        if ("$Command" -notlike '*New-OrgTrail acme*') { $aws.AddTrail($settings) | Out-Null }

        & $Command | Out-Null

        $aws.Calls.Operation | Sort-Object | Should -Be $Calls
    }

    It 'the whole pipeline describe the organization once, and find trusted access once' {
        # A plain $null would become an empty text, which is no policy and no absence of one.
        $aws.Buckets['acme-audit'].Policy = [NullString]::Value
        $aws.TrustedAccess = $false

        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging | Out-Null

        $aws.Calls.Operation | Group-Object -NoElement | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be @(
            'CreateTrail 1', 'DescribeOrganization 1', 'EnableAWSServiceAccess 1', 'GetBucketPolicy 4', 'GetCallerIdentity 1'
            'ListAWSServiceAccessForOrganization 2', 'PutBucketPolicy 1', 'StartLogging 1')
    }
}
