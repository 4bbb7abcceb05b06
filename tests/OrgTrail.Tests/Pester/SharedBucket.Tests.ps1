<#
A bucket that other trails live on, in a real engine against the sandbox: letting one trail more in cuts nobody off,
whichever command does it, and ends with a policy by which CloudTrail can deliver.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # As guides had it before conditions on the trail came up.
    $open = '{"Version":"2012-10-17","Statement":[{"Sid":"CtAcl","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::acme-audit"},{"Sid":"CtWrite","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/AWSLogs/111111111111/*","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}}]}'

    # An account trail that delivers by the bucket's policy as it is.
    function Start-LegacyTrail {
        Invoke-SandboxAws cloudtrail CreateTrail @{ Name = 'legacy'; S3BucketName = 'acme-audit' } | Out-Null
        Invoke-SandboxAws cloudtrail StartLogging @{ Name = 'legacy' } | Out-Null
    }

    # What it says of its deliveries two hours later; null when they arrive.
    function Get-LegacyError {
        $sandbox.Advance('02:00') | Out-Null
        (Invoke-SandboxAws cloudtrail GetTrailStatus @{ Name = 'legacy' }).LatestDeliveryError
    }
}

Describe 'A trail more on a shared bucket' {
    BeforeEach { $sandbox = Start-OrgTrailSandbox -Account 4 -Bucket acme-audit }
    AfterEach { Stop-OrgTrailSandbox }

    It 'leaves the others in: <Name>' -ForEach @(
        @{ Name = 'New-OrgTrailBucketPolicy and Set-OrgTrailBucketPolicy'; Command = { New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy -WarningVariable script:said -WarningAction SilentlyContinue } }
        @{ Name = 'New-OrgTrailBucket'; Command = { New-OrgTrailBucket acme-audit acme -WarningVariable script:said -WarningAction SilentlyContinue } }
        @{ Name = 'Deploy-OrgTrail'; Command = { Deploy-OrgTrail acme acme-audit -WarningVariable script:said -WarningAction SilentlyContinue } }
    ) {
        Set-OrgTrailBucketPolicy acme-audit $open | Out-Null
        Start-LegacyTrail
        Enable-OrgTrustedAccess | Out-Null

        & $Command | Out-Null

        Get-LegacyError | Should -BeNullOrEmpty
        (Test-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme).Sufficient | Should -BeTrue
        "$script:said" | Should -BeLike '*Statement`[0`] (Sid CtAcl): it lets in CloudTrail on behalf of any AWS account*Statement`[1`] (Sid CtWrite): it lets in*'
    }

    It 'leaves the others in: the command that Deploy-OrgTrail prints for the owner of the bucket' {
        $owner = $sandbox.Accounts[-1]
        $asOwner = As $owner
        New-OrgTrailBucket acme-archive @asOwner -WarningAction SilentlyContinue | Out-Null
        Set-OrgTrailBucketPolicy acme-archive ($open.Replace('acme-audit', 'acme-archive')) @asOwner | Out-Null
        Deploy-OrgTrail acme acme-archive -WarningVariable said -WarningAction SilentlyContinue -ErrorAction SilentlyContinue | Out-Null

        $printed = [regex]::Match("$said", 'New-OrgTrailBucketPolicy -BucketName acme-archive .+? \| Set-OrgTrailBucketPolicy').Value
        $key = $env:AWS_ACCESS_KEY_ID
        try {
            $env:AWS_ACCESS_KEY_ID = $owner
            $written = Invoke-Expression $printed 3> $null
        }
        finally { $env:AWS_ACCESS_KEY_ID = $key }

        $written.Policy | Should -BeLike '*CtAcl*CtWrite*'
        (($written.Policy | ConvertFrom-Json).Statement | Where-Object Sid -in CtAcl, CtWrite | ConvertTo-Json -Depth 9) | Should -Not -BeLike '*SourceArn*'
        (Test-OrgTrailBucketPolicy -Policy $written.Policy -BucketName acme-archive -TrailName acme).Sufficient | Should -BeTrue
    }

    It 'gets an ACL check of its own beside one that never holds, and the trail is created' {
        Set-OrgTrailBucketPolicy acme-audit '{"Version":"2012-10-17","Statement":[{"Sid":"AclCheck","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::acme-audit","Condition":{"StringEquals":{"s3:x-amz-acl":"bucket-owner-full-control"}}}]}' | Out-Null
        Enable-OrgTrustedAccess | Out-Null

        $policy = New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy
        ($policy | Test-OrgTrailBucketPolicy).Sufficient | Should -BeTrue
        ($policy | New-OrgTrail -StartLogging).Name | Should -Be acme
        (Deploy-OrgTrail acme acme-audit).Succeeded | Should -BeTrue
    }

    It 'says which Deny still keeps CloudTrail out, and New-OrgTrail does not advise the same merge again' {
        Set-OrgTrailBucketPolicy acme-audit '{"Version":"2012-10-17","Statement":[{"Sid":"Guard","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::acme-audit","arn:aws:s3:::acme-audit/*"],"Condition":{"Bool":{"aws:PrincipalIsAWSService":"true"}}}]}' | Out-Null
        Enable-OrgTrustedAccess | Out-Null

        New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        "$said" | Should -BeLike '*Statement`[0`] (Sid Guard) denies acl-check, management-write, organization-write*'
        $trail = New-OrgTrail acme acme-audit -ErrorVariable refused -ErrorAction SilentlyContinue
        $trail | Should -BeNullOrEmpty
        $refused[0].ErrorDetails.RecommendedAction | Should -BeLike 'Exempt CloudTrail in the statements that deny*'
        Deploy-OrgTrail acme acme-audit -ErrorVariable refused -ErrorAction SilentlyContinue | Out-Null
        "$refused" | Should -BeLike '*CloudTrail cannot deliver * Statement`[0`] (Sid Guard) denies*'
    }
}

Describe 'A pattern in a neighbouring statement' {
    It 'stays a pattern, and the trails that it lets in stay in' {
        $ids = @{ OrganizationId = 'o-exampleorg1'; ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }
        $policy = '{"Version":"2012-10-17","Statement":[{"Sid":"AclCheck","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:GetBucketAcl","Resource":"arn:aws:s3:::acme-audit"},{"Sid":"MemberTrails","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-audit/AWSLogs/111111111111/*","Condition":{"StringLike":{"aws:SourceArn":"arn:aws:cloudtrail:*:111111111111:trail/*"}}}]}'

        $merged = New-OrgTrailBucketPolicy acme-audit acme @ids -InputObject $policy -WarningAction SilentlyContinue
        $before, $after = foreach ($one in $policy, $merged.Policy) { (Test-OrgTrailBucketPolicy -Policy $one -BucketName acme-audit -TrailName older @ids).Missing -join ' ' }

        $after | Should -Be $before
        ($merged.Policy | ConvertFrom-Json).Statement | Should -HaveCount 3
    }
}
