<#
The workflows of the AWS guides, by OrgTrail's cmdlets against moto_server, an AWS emulator that nobody here wrote, and
against the sandbox, which refuses what AWS refuses. The outcome is looked at from outside, with the AWS CLI.

What is moto's doing, not AWS's: an organization trail is only a flag on a trail, no policy is evaluated, trusted access
is recorded and ignored, GetTrail tells no home Region, and start, stop and delete know trails by name only.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $policy = @{ BucketName = 'my-organization-bucket'; TrailName = 'my-organization-trail' }

    function Get-TrailByCli ($Name = 'my-organization-trail') {
        (Invoke-AwsCli cloudtrail get-trail --name $Name).Trail
    }

    function Enter-OrganizationWithBucket {
        Invoke-AwsCli organizations create-organization --feature-set ALL | Out-Null
        Invoke-AwsCli s3api create-bucket --bucket my-organization-bucket | Out-Null
    }

    function Set-EverythingBeforeTheTrail {
        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy @policy | Set-OrgTrailBucketPolicy
    }
}

Describe 'The workflows of the AWS guides, on <_>' -ForEach 'moto', 'the sandbox' {
    BeforeEach {
        if ($_ -eq 'moto') { Skip-WithoutMoto }
        Skip-WithoutAwsCli
        if ($_ -eq 'moto') {
            Invoke-MotoReset
            $env:AWS_ENDPOINT_URL = $env:ORGTRAIL_TEST_MOTO
        }
        else { Start-OrgTrailSandbox -NoOrganization | Out-Null }
        Enter-OrganizationWithBucket
    }

    AfterEach {
        Stop-OrgTrailSandbox
        Remove-Item Env:AWS_ENDPOINT_URL -ErrorAction Ignore
    }

    It 'reports all features, enables trusted access, confirms it, and disables it' {
        (Enable-OrgAllFeatures -Confirm:$false).FeatureSet | Should -Be 'ALL'

        (Enable-OrgTrustedAccess).Enabled | Should -BeTrue
        (Get-OrgTrustedAccess).Enabled | Should -BeTrue
        (Invoke-AwsCli organizations list-aws-service-access-for-organization).EnabledServicePrincipals.ServicePrincipal |
            Should -Be 'cloudtrail.amazonaws.com'

        (Disable-OrgTrustedAccess -Confirm:$false).Enabled | Should -BeFalse
        (Invoke-AwsCli organizations list-aws-service-access-for-organization).EnabledServicePrincipals | Should -BeNullOrEmpty
    }

    It 'writes the bucket policy and keeps the statements of others' {
        $foreign = '{"Version":"2012-10-17","Id":"theirs","Statement":[{"Sid":"Readers","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::my-organization-bucket/*"}]}'
        Invoke-AwsCli s3api put-bucket-policy --bucket my-organization-bucket --policy $foreign

        Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy @policy | Set-OrgTrailBucketPolicy | Out-Null

        $written = (Invoke-AwsCli s3api get-bucket-policy --bucket my-organization-bucket).Policy | ConvertFrom-Json
        $written.Id | Should -Be 'theirs'
        $written.Statement | Should -HaveCount 4
        $written.Statement[0].Sid | Should -Be 'Readers'
        $written.Statement.Action | Should -Be @('s3:GetObject', 's3:GetBucketAcl', 's3:PutObject', 's3:PutObject')
    }

    It 'creates an organization trail for all Regions and starts logging' {
        $trail = Set-EverythingBeforeTheTrail | New-OrgTrail -StartLogging

        $trail.IsOrganizationTrail | Should -BeTrue
        $trail.IsMultiRegionTrail | Should -BeTrue
        $seen = Get-TrailByCli
        $seen.IsOrganizationTrail | Should -BeTrue
        $seen.IsMultiRegionTrail | Should -BeTrue
        $seen.LogFileValidationEnabled | Should -BeTrue
        (Invoke-AwsCli cloudtrail get-trail-status --name my-organization-trail).IsLogging | Should -BeTrue
        ($trail | Get-OrgTrailStatus).IsLogging | Should -BeTrue
    }

    It 'creates one for the Region of the connection only' {
        Set-EverythingBeforeTheTrail | New-OrgTrail -IsMultiRegionTrail $false -WarningAction Ignore | Out-Null

        $seen = Get-TrailByCli
        $seen.IsOrganizationTrail | Should -BeTrue
        $seen.IsMultiRegionTrail | Should -BeFalse
        $seen.TrailARN | Should -BeLike 'arn:aws:cloudtrail:us-east-1:*'
    }

    It 'turns an account trail into an organization trail' {
        Set-EverythingBeforeTheTrail | Out-Null
        Invoke-AwsCli cloudtrail create-trail --name my-organization-trail --s3-bucket-name my-organization-bucket | Out-Null
        (Get-TrailByCli).IsOrganizationTrail | Should -BeFalse

        (Set-OrgTrail my-organization-trail -IsOrganizationTrail $true).IsOrganizationTrail | Should -BeTrue

        (Get-TrailByCli).IsOrganizationTrail | Should -BeTrue
    }

    It 'turns a single-Region organization trail into one for all Regions' {
        Set-EverythingBeforeTheTrail | New-OrgTrail -IsMultiRegionTrail $false -WarningAction Ignore | Out-Null

        (Get-OrgTrail my-organization-trail | Set-OrgTrail -IsMultiRegionTrail $true).IsMultiRegionTrail | Should -BeTrue

        (Get-TrailByCli).IsMultiRegionTrail | Should -BeTrue
    }

    It 'finds the trail, stops it, and removes it' {
        Set-EverythingBeforeTheTrail | New-OrgTrail -StartLogging | Out-Null

        (Get-OrgTrail).Name | Should -Be 'my-organization-trail'
        Get-OrgTrail | Stop-OrgTrailLogging -Confirm:$false | Out-Null
        (Invoke-AwsCli cloudtrail get-trail-status --name my-organization-trail).IsLogging | Should -BeFalse
        Get-OrgTrail | Remove-OrgTrail -Confirm:$false

        (Invoke-AwsCli cloudtrail list-trails).Trails | Should -BeNullOrEmpty
    }
}
