BeforeAll {
    . $PSScriptRoot/Support.ps1

    $ids = @{ OrganizationId = 'o-exampleorgid'; ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }
    $trail = @{ BucketName = 'my-organization-bucket'; TrailName = 'my-organization-trail' }
    $foreign = '{"Version":"2012-10-17","Statement":[{"Sid":"TheirsAlone","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":["s3:GetObject"],"Resource":"arn:aws:s3:::my-organization-bucket/*","Unknown":{"kept":1.50}}]}'
}

Describe 'New-OrgTrailBucketPolicy' {
    It 'builds offline the policy of the AWS guide for management account 111111111111 and organization o-exampleorgid' {
        $policy = New-OrgTrailBucketPolicy @trail @ids -EndpointUrl http://127.0.0.1:1

        $policy | Should -BeOfType OrgTrail.BucketPolicy
        $statements = ($policy.Policy | ConvertFrom-Json).Statement
        $statements.Principal.Service | Should -Be @('cloudtrail.amazonaws.com', 'cloudtrail.amazonaws.com', 'cloudtrail.amazonaws.com')
        $statements.Action | Should -Be @('s3:GetBucketAcl', 's3:PutObject', 's3:PutObject')
        $statements.Resource | Should -Be @(
            'arn:aws:s3:::my-organization-bucket'
            'arn:aws:s3:::my-organization-bucket/AWSLogs/111111111111/*'
            'arn:aws:s3:::my-organization-bucket/AWSLogs/o-exampleorgid/*')
        $statements.Condition.StringEquals.'aws:SourceArn' | Select-Object -Unique |
            Should -Be 'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'
        $statements[1].Condition.StringEquals.'s3:x-amz-acl' | Should -Be 'bucket-owner-full-control'
    }

    It 'is what AWS Tools takes: Policy is the text, BucketName the bucket' {
        $policy = New-OrgTrailBucketPolicy @trail @ids

        "$policy" | Should -Be $policy.Policy
        $policy.BucketName | Should -Be 'my-organization-bucket'
    }

    It 'follows the partition of the Region, and the prefix' {
        $policy = New-OrgTrailBucketPolicy my-organization-bucket acme -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-gov-west-1 -S3KeyPrefix audit

        ($policy.Policy | ConvertFrom-Json).Statement[2].Resource | Should -Be 'arn:aws-us-gov:s3:::my-organization-bucket/audit/AWSLogs/o-exampleorgid/*'
    }

    It 'takes several trails that share a bucket' {
        $policy = New-OrgTrailBucketPolicy my-organization-bucket one, two @ids

        $statements = ($policy.Policy | ConvertFrom-Json).Statement
        $statements | Should -HaveCount 3
        $statements[0].Condition.StringEquals.'aws:SourceArn' | Should -HaveCount 2
    }

    It 'merges into JSON text, changes nothing the second time, and tells what it changed' {
        $once = New-OrgTrailBucketPolicy @trail @ids -InputObject $foreign
        $twice = $once | New-OrgTrailBucketPolicy @trail @ids

        $once.Changes | Should -HaveCount 3
        $once.Policy | Should -BeLike '*TheirsAlone*1.50*'
        $twice.Changes | Should -BeNullOrEmpty
        $twice.Policy | Should -Be $once.Policy
    }

    It 'looks up what is not given, once' {
        $aws = New-ScriptedAws
        try {
            $policy = New-OrgTrailBucketPolicy @trail -EndpointUrl $aws.Endpoint -Region eu-west-1

            $policy.OrganizationId | Should -Be 'o-exampleorgid'
            $policy.HomeRegion | Should -Be 'eu-west-1'
            $aws.Calls.Operation | Should -Be @('DescribeOrganization')
        }
        finally { $aws.Dispose() }
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'InvalidBucketName'; Change = @{ BucketName = 'My_Bucket' } }
        @{ Id = 'InvalidTrailName'; Change = @{ TrailName = 'a--b' } }
        @{ Id = 'InvalidOrganizationId'; Change = @{ OrganizationId = 'ou-1' } }
        @{ Id = 'InvalidAccountId'; Change = @{ ManagementAccountId = '123' } }
        @{ Id = 'InvalidRegion'; Change = @{ HomeRegion = 'narnia' } }
        @{ Id = 'InvalidS3KeyPrefix'; Change = @{ S3KeyPrefix = '/audit' } }
        @{ Id = 'MalformedPolicy'; Change = @{ InputObject = '{"Version": }' } }
    ) {
        $parameters = $trail + $ids
        foreach ($name in $Change.Keys) { $parameters[$name] = $Change[$name] }

        New-OrgTrailBucketPolicy @parameters -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get- and Set-OrgTrailBucketPolicy' {
    BeforeEach {
        $aws = (New-ScriptedAws).AddBucket('my-organization-bucket', 'us-east-1', $foreign)
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
        $bucket = $aws.Buckets['my-organization-bucket']
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'reads the policy of a bucket by name and by trail' {
        (Get-OrgTrailBucketPolicy my-organization-bucket).Policy | Should -Be $foreign
        ([pscustomobject]@{ S3BucketName = 'my-organization-bucket' } | Get-OrgTrailBucketPolicy).Policy | Should -Be $foreign
        ('my-organization-bucket' | Get-OrgTrailBucketPolicy).BucketName | Should -Be 'my-organization-bucket'
    }

    It 'gives an empty policy for a bucket that has none' {
        # PowerShell makes $null an empty text, which no bucket has.
        $bucket.Policy = [NullString]::Value

        (Get-OrgTrailBucketPolicy my-organization-bucket).Policy | Should -BeExactly ''
    }

    It 'writes the merged policy once, and keeps what others wrote' {
        $written = New-OrgTrailBucketPolicy @trail | Set-OrgTrailBucketPolicy
        $again = New-OrgTrailBucketPolicy @trail | Set-OrgTrailBucketPolicy

        $bucket.Policy | Should -BeLike '*TheirsAlone*1.50*AWSCloudTrailAclCheck20150319*'
        $written.Policy | Should -Be $bucket.Policy
        $again.Changes | Should -BeNullOrEmpty
        $aws.CallsOf('S3', 'PutBucketPolicy') | Should -HaveCount 1
    }

    It 'adds the statements of a policy given as text' {
        Set-OrgTrailBucketPolicy my-organization-bucket '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::my-organization-bucket/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}}' | Out-Null

        ($bucket.Policy | ConvertFrom-Json).Statement.Effect | Should -Be @('Allow', 'Deny')
    }

    It 'shows the statements with -WhatIf and writes nothing' {
        $shown = pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; New-OrgTrailBucketPolicy my-organization-bucket acme | Set-OrgTrailBucketPolicy -WhatIf" | Out-String

        $shown | Should -BeLike '*my-organization-bucket*AWSCloudTrailOrganizationWrite20150319*'
        $aws.Calls.Operation | Should -Not -Contain 'PutBucketPolicy'
    }

    It 'merges into what somebody wrote in between' {
        $merged = (New-OrgTrailBucketPolicy @trail -InputObject $foreign).Policy
        $aws.On('S3', 'GetBucketPolicy').AnswersOnce('{"Version":"2012-10-17","Statement":[]}').AnswersOnce($foreign).Answers($merged) | Out-Null

        $written = New-OrgTrailBucketPolicy @trail | Set-OrgTrailBucketPolicy

        $written.Policy | Should -Be $merged
        $aws.CallsOf('S3', 'PutBucketPolicy').Text | Should -Be $merged
    }

    It 'names statements of others that somebody took out while it wrote, with the policy before at hand' {
        $without = (New-OrgTrailBucketPolicy @trail).Policy
        $aws.On('S3', 'GetBucketPolicy').AnswersOnce($foreign).AnswersOnce($foreign).Answers($without) | Out-Null

        New-OrgTrailBucketPolicy @trail | Set-OrgTrailBucketPolicy -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'PolicyStatementsGone,*'
        "$($failure[0])" | Should -BeLike '*TheirsAlone*'
        $failure[0].Exception.Backup.Policy | Should -Be $foreign
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Exception.Backup.Policy*'
    }

    It 'refuses a policy over 20 KB and says so' {
        $large = $foreign.Replace('TheirsAlone', 'A' * 21000)

        Set-OrgTrailBucketPolicy my-organization-bucket $large -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'PolicyTooLarge,*'
        "$($failure[0])" | Should -BeLike '*20 KB*'
        $aws.Calls | Should -BeNullOrEmpty
    }

    It 'tells line and column of text that is no JSON' {
        Set-OrgTrailBucketPolicy my-organization-bucket "{`n  `"Version`": }" -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'MalformedPolicy,*'
        "$($failure[0])" | Should -BeLike '*line 2*column*'
    }

    It 'goes on after a bucket that does not exist' {
        $found = 'no-such-bucket', 'my-organization-bucket' | Get-OrgTrailBucketPolicy -ErrorVariable failure -ErrorAction SilentlyContinue

        $found.BucketName | Should -Be 'my-organization-bucket'
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'BucketNotFound,*'
        $failure[0].TargetObject | Should -Be 'no-such-bucket'
    }
}

Describe 'Test-OrgTrailBucketPolicy' {
    It 'says that the built policy is sufficient' {
        $verdict = New-OrgTrailBucketPolicy @trail @ids | Test-OrgTrailBucketPolicy

        $verdict | Should -BeOfType OrgTrail.PolicyVerdict
        $verdict.Sufficient | Should -BeTrue
        $verdict.Missing + $verdict.BlockedBy + $verdict.Weak + $verdict.Uncertain | Should -BeNullOrEmpty
    }

    It 'names all that is missing in the policy of somebody else' {
        $verdict = Test-OrgTrailBucketPolicy -Policy $foreign @trail @ids

        $verdict.Sufficient | Should -BeFalse
        $verdict.Missing | Should -Be @('acl-check', 'management-write', 'organization-write')
        $verdict.Missing[-1] | Should -Be 'organization-write'
    }

    It 'names the Deny that is in the way, by Sid, index and condition' {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy | ConvertFrom-Json
        $policy.Statement += [pscustomobject]@{
            Sid = 'OurOrganizationOnly'; Effect = 'Deny'; Principal = '*'; Action = 's3:*'
            Resource = 'arn:aws:s3:::my-organization-bucket/*'
            Condition = @{ StringNotEquals = @{ 'aws:PrincipalOrgID' = 'o-exampleorgid' } }
        }

        $verdict = Test-OrgTrailBucketPolicy -Policy ($policy | ConvertTo-Json -Depth 9) @trail @ids

        $verdict.Sufficient | Should -BeFalse
        $verdict.BlockedBy[0].Sid | Should -Be 'OurOrganizationOnly'
        $verdict.BlockedBy[0].Index | Should -Be 3
        $verdict.BlockedBy[0].Reason | Should -BeLike '*aws:PrincipalOrgID*'
    }

    It 'judges a file' {
        (New-OrgTrailBucketPolicy @trail @ids).Policy | Set-Content TestDrive:/policy.json

        (Test-OrgTrailBucketPolicy -Path TestDrive:/policy.json @trail @ids).Sufficient | Should -BeTrue
    }

    It 'judges the live policy of a trail''s bucket' {
        $aws = (New-ScriptedAws).KeepTrails().AddBucket('my-organization-bucket', 'us-east-1', (New-OrgTrailBucketPolicy @trail @ids).Policy)
        try {
            $aws.AddTrail('{"Name":"my-organization-trail","S3BucketName":"my-organization-bucket","IsOrganizationTrail":true}') | Out-Null

            $verdict = Get-OrgTrail my-organization-trail -EndpointUrl $aws.Endpoint | Test-OrgTrailBucketPolicy

            $verdict.Sufficient | Should -BeTrue
            $aws.Calls.Operation | Sort-Object | Should -Be @('DescribeOrganization', 'GetBucketPolicy', 'GetTrail')
        }
        finally { $aws.Dispose() }
    }

    It 'finds what is weaker than it should be' {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy.Replace('aws:SourceArn', 'aws:SourceAccount').Replace('arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail', '111111111111')

        $verdict = Test-OrgTrailBucketPolicy -Policy $policy @trail @ids

        $verdict.Sufficient | Should -BeTrue
        "$($verdict.Weak)" | Should -BeLike '*aws:SourceArn*'
    }

    It 'names the statement that comes nearest, and what of it does not fit: <Reason>' -ForEach @(
        @{ There = 'us-east-1:111111111111:trail'; Other = 'eu-west-1:111111111111:trail'; Reason = 'the Region eu-west-1*home Region is us-east-1' }
        @{ There = 'trail/my-organization-trail'; Other = 'trail/organization'; Reason = 'the trail organization, not trail my-organization-trail' }
        @{ There = 'us-east-1:111111111111:trail'; Other = '*:111111111111:trail'; Reason = 'takes the wildcards of aws:SourceArn*literally' }
        @{ There = 'us-east-1:111111111111:trail'; Other = 'us-east-1:222222222222:trail'; Reason = 'the account 222222222222*management account 111111111111' }
    ) {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy.Replace($There, $Other)

        $verdict = Test-OrgTrailBucketPolicy -Policy $policy @trail @ids

        $verdict.NearMisses.Call | Should -Be $verdict.Missing
        $verdict.NearMisses[-1].Sid | Should -Be 'AWSCloudTrailOrganizationWrite20150319'
        $verdict.NearMisses | ForEach-Object { "$_" | Should -BeLike "*comes nearest to*$Reason*" }
        "$verdict" | Should -BeLike "*Missing: acl-check*$Reason*"
        $verdict | Out-String -Width 200 | Should -BeLike '*acl-check (nearly `[0`])*organization-write (nearly `[2`])*'
    }

    It 'says what S3 would refuse the policy for: <Reason>' -ForEach @(
        @{ Change = { $_.Version = '2012-10-18' }; Shown = 'S3 '; Reason = "The Version '2012-10-18'*" }
        @{ Change = { $_.Statement[2].Resource = 'AWSLogs/o-exampleorgid/*' }; Shown = 'S3 `[2`]'; Reason = '*is not an ARN*' }
        @{ Change = { $_.Statement += @{ Effect = 'Deny'; Principal = '*'; Action = 's3:DeleteObject'; Resource = '*' } }; Shown = 'S3 `[3`]'; Reason = "*'`*' is not allowed*" }
        @{ Change = { $_.Statement[0].Resource = 'arn:aws:s3:::my-organization-bucket/*' }; Shown = 'S3 `[0`]'; Reason = '*s3:GetBucketAcl is about the bucket*' }
    ) {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy | ConvertFrom-Json
        $policy | ForEach-Object $Change

        $verdict = Test-OrgTrailBucketPolicy -Policy ($policy | ConvertTo-Json -Depth 9) @trail @ids

        $verdict.Sufficient | Should -BeFalse
        $verdict.Invalid[0].Reason | Should -BeLike $Reason
        $verdict | Out-String -Width 200 | Should -BeLike "* $Shown*"
    }

    It 'warns of a merge that S3 would refuse' {
        $merged = New-OrgTrailBucketPolicy @trail @ids -InputObject $foreign.Replace('s3:GetObject', 's3:GetObjects') -WarningVariable warned -WarningAction SilentlyContinue

        $merged.Policy | Should -BeLike '*s3:GetObjects*'
        $warned | Should -BeLike "Amazon S3 will refuse this policy. Statement``[0``] (Sid TheirsAlone): There is no action 's3:GetObjects'*"
    }

    It 'tells creating from delivering, where the folder of the management account is not let in' {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy.Replace('AWSLogs/111111111111/', 'AWSLogs/333333333333/')

        $verdict = Test-OrgTrailBucketPolicy -Policy $policy @trail @ids

        $verdict.Delivers, $verdict.Sufficient | Should -Be @($true, $false)
        "$verdict" | Should -BeLike 'CloudTrail can deliver*creating, updating or converting it may be refused*'
    }

    It 'is certain of headers that CloudTrail never sends, of statements for people, and of dates' {
        $policy = (New-OrgTrailBucketPolicy @trail @ids).Policy | ConvertFrom-Json
        $all = 'arn:aws:s3:::my-organization-bucket', 'arn:aws:s3:::my-organization-bucket/*'
        $policy.Statement += @{ Effect = 'Deny'; Principal = '*'; Action = 's3:PutObject'; Resource = $all[1]; Condition = @{ Null = @{ 's3:x-amz-server-side-encryption-customer-algorithm' = 'false' } } }
        $policy.Statement += @{ Effect = 'Allow'; Principal = @{ AWS = '*' }; Action = 's3:GetBucketAcl', 's3:PutObject'; Resource = $all; Condition = @{ StringEquals = @{ 'aws:PrincipalOrgID' = 'o-exampleorgid' } } }
        $verdict = Test-OrgTrailBucketPolicy -Policy ($policy | ConvertTo-Json -Depth 9) @trail @ids
        $verdict.Sufficient | Should -BeTrue
        $verdict.Uncertain | Should -BeNullOrEmpty

        $policy.Statement += @{ Sid = 'Since'; Effect = 'Deny'; Principal = '*'; Action = 's3:*'; Resource = $all; Condition = @{ DateGreaterThan = @{ 'aws:CurrentTime' = '2024-01-01T00:00:00Z' } } }
        (Test-OrgTrailBucketPolicy -Policy ($policy | ConvertTo-Json -Depth 9) @trail @ids).BlockedBy.Sid | Should -Be 'Since'
    }
}
