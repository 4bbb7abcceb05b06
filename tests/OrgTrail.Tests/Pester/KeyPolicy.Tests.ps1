BeforeAll {
    . $PSScriptRoot/Support.ps1; . $PSScriptRoot/SandboxSupport.ps1

    $ids = @{ ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }
    $trail = @{ TrailName = 'my-organization-trail' }
    $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail'
    $foreign = '{"Version":"2012-10-17","Id":"theirs","Statement":[{"Sid":"Theirs Alone","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":["kms:*"],"Resource":"*","Unknown":{"kept":1.50}}]}'

    # As AWS Tools has it: the key comes by value or by name, the rest by name.
    function Write-KMSKeyPolicy {
        param(
            [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string] $KeyId,
            [Parameter(Position = 1, ValueFromPipelineByPropertyName)] [string] $PolicyName,
            [Parameter(Position = 2, ValueFromPipelineByPropertyName)] [string] $Policy)
        process { Invoke-SandboxAws kms PutKeyPolicy @{ KeyId = $KeyId; PolicyName = 'default'; Policy = $Policy } | Out-Null }
    }
}

Describe 'New-OrgTrailKeyPolicy' {
    It 'builds offline what the AWS guide asks for, and keeps the account able to change it' {
        $policy = New-OrgTrailKeyPolicy @trail @ids -EndpointUrl http://127.0.0.1:1

        $policy | Should -BeOfType OrgTrail.KeyPolicy
        $statements = ($policy.Policy | ConvertFrom-Json).Statement
        $statements.Sid | Should -Be @('Enable IAM User Permissions', 'AllowCloudTrailEncrypt', 'AllowCloudTrailDescribe', 'AllowCloudTrailDecrypt')
        $statements.Action | Should -Be @('kms:*', 'kms:GenerateDataKey*', 'kms:DescribeKey', 'kms:Decrypt')
        $statements.Resource | Should -Be @('*', '*', '*', '*')
        $statements[0].Principal.AWS | Should -Be 'arn:aws:iam::111111111111:root'
        $statements[1..3].Principal.Service | Select-Object -Unique | Should -Be 'cloudtrail.amazonaws.com'
        $statements[1..3].Condition.StringEquals.'aws:SourceArn' | Select-Object -Unique | Should -Be $arn
        $statements[1].Condition.StringLike.'kms:EncryptionContext:aws:cloudtrail:arn' | Should -Be 'arn:aws:cloudtrail:*:111111111111:trail/*'
        "$policy" | Should -Be $policy.Policy
    }

    It 'names the account of the key, and the readers' {
        $policy = New-OrgTrailKeyPolicy @trail @ids -KeyAccountId 222222222222 -ReaderArn arn:aws:iam::333333333333:role/auditors, 444444444444

        $statements = ($policy.Policy | ConvertFrom-Json).Statement
        $statements[0].Principal.AWS | Should -Be 'arn:aws:iam::222222222222:root'
        $statements[4].Principal.AWS | Should -Be @('arn:aws:iam::333333333333:role/auditors', '444444444444')
        $statements[4].Condition.Null.'kms:EncryptionContext:aws:cloudtrail:arn' | Should -Be 'false'
    }

    It 'takes several trails that share a key' {
        $statements = ((New-OrgTrailKeyPolicy one, two @ids).Policy | ConvertFrom-Json).Statement

        $statements | Should -HaveCount 4
        $statements[1].Condition.StringEquals.'aws:SourceArn' | Should -HaveCount 2
    }

    It 'merges into JSON text, changes nothing the second time, and tells what it changed' {
        $once = $foreign | New-OrgTrailKeyPolicy @trail @ids
        $twice = $once | New-OrgTrailKeyPolicy @trail @ids

        $once.Changes | Should -HaveCount 3
        $once.Policy | Should -BeLike '*Theirs Alone*1.50*AllowCloudTrailEncrypt*'
        $twice.Changes | Should -BeNullOrEmpty
        $twice.Policy | Should -BeExactly $once.Policy
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'InvalidTrailName'; Change = @{ TrailName = 'a--b' } }
        @{ Id = 'InvalidAccountId'; Change = @{ ManagementAccountId = '123' } }
        @{ Id = 'InvalidAccountId'; Change = @{ KeyAccountId = '' } }
        @{ Id = 'InvalidRegion'; Change = @{ HomeRegion = 'narnia' } }
        @{ Id = 'InvalidOrganizationId'; Change = @{ OrganizationId = 'ou-1' } }
        @{ Id = 'InvalidPrincipal'; Change = @{ ReaderArn = 'auditors' } }
        @{ Id = 'InvalidKmsKey'; Change = @{ KmsKeyId = 'arn:aws:s3:::bucket'; InputObject = '{"Statement":[]}' } }
        @{ Id = 'MalformedPolicy'; Change = @{ InputObject = '{"Version": }' } }
        @{ Id = 'PolicyTooLarge'; Change = @{ InputObject = '{"Id":"' + 'x' * 33000 + '","Statement":[]}' } }
    ) {
        $parameters = $trail + $ids
        foreach ($name in $Change.Keys) { $parameters[$name] = $Change[$name] }

        New-OrgTrailKeyPolicy @parameters -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'says at the prompt what the policy is for' {
        New-OrgTrailKeyPolicy @trail @ids | Out-String | Should -BeLike '*KeyId*TrailName*Statements*Changes*my-organization-trail*4*4*'
    }
}

Describe 'Test-OrgTrailKeyPolicy' {
    It 'says that the built policy is sufficient, from the pipeline and offline' {
        $verdict = New-OrgTrailKeyPolicy @trail @ids | Test-OrgTrailKeyPolicy -EndpointUrl http://127.0.0.1:1

        $verdict | Should -BeOfType OrgTrail.KeyPolicyVerdict
        $verdict.Sufficient | Should -BeTrue
        $verdict.TrailArn | Should -Be $arn
        $verdict.Missing + $verdict.BlockedBy + $verdict.Weak + $verdict.Uncertain + $verdict.KeyProblems | Should -BeNullOrEmpty
    }

    It 'names all that is missing in the policy of somebody else' {
        $verdict = Test-OrgTrailKeyPolicy -Policy $foreign @trail @ids

        $verdict.Sufficient | Should -BeFalse
        $verdict.Missing | Should -Be @('encrypt', 'describe', 'decrypt')
        $verdict.Missing[-1] | Should -Be 'decrypt'
        # Below one another they fit into any table.
        $verdict | Out-String -Width 80 | Should -BeLike '*Sufficient*Missing*False*encrypt*describe*decrypt*'
    }

    It 'names the Deny that is in the way, by Sid, index and condition' {
        $policy = (New-OrgTrailKeyPolicy @trail @ids).Policy | ConvertFrom-Json
        $policy.Statement += [pscustomobject]@{
            Sid = 'OurOrganizationOnly'; Effect = 'Deny'; Principal = '*'; Action = 'kms:Decrypt'; Resource = '*'
            Condition = @{ StringNotEquals = @{ 'aws:PrincipalOrgID' = 'o-exampleorgid' } }
        }

        $verdict = Test-OrgTrailKeyPolicy -BucketKeyEnabled $true -Policy ($policy | ConvertTo-Json -Depth 9) @trail @ids

        $verdict.Sufficient | Should -BeFalse
        $verdict.BlockedBy[0].Sid | Should -Be 'OurOrganizationOnly'
        $verdict.BlockedBy[0].Index | Should -Be 4
        $verdict.BlockedBy[0].Calls | Should -Be 'decrypt'
        $verdict.BlockedBy[0].Reason | Should -BeLike '*aws:PrincipalOrgID*'
    }

    It 'takes the policy of the CloudTrail console, and demands decrypt only where the bucket has a Bucket Key' {
        $console = @'
{"Version":"2012-10-17","Statement":[
 {"Sid":"Root","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"},
 {"Sid":"Enc","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:GenerateDataKey*","Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:cloudtrail:arn":"arn:aws:cloudtrail:*:111111111111:trail/*"}}},
 {"Sid":"Desc","Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:DescribeKey","Resource":"*"}]}
'@
        $unknown = Test-OrgTrailKeyPolicy -Policy $console @trail @ids
        $without = Test-OrgTrailKeyPolicy -Policy $console @trail @ids -BucketKeyEnabled $false
        $with = Test-OrgTrailKeyPolicy -Policy $console @trail @ids -BucketKeyEnabled $true

        $unknown.Sufficient, $without.Sufficient, $with.Sufficient | Should -Be @($true, $true, $false)
        $unknown.Notes | Should -BeLike 'kms:Decrypt is not allowed for certain*Bucket Key*'
        $without.Notes | Should -BeNullOrEmpty
        $with.Missing | Should -Be 'decrypt'
    }

    It 'says what KMS would refuse' {
        $policy = (New-OrgTrailKeyPolicy @trail @ids).Policy.Replace('"Principal": {"AWS"', '"Principal": {"Aws"').Replace('"2012-10-17"', '"2012-10-18"')

        $verdict = Test-OrgTrailKeyPolicy -Policy $policy @trail @ids

        $verdict.Sufficient | Should -BeFalse
        "$($verdict.Invalid)" | Should -BeLike '*2012-10-18*valid version string*'
        $verdict | Out-String -Width 200 | Should -BeLike '* KMS *'
    }

    It 'judges a file, and finds what is weaker than it should be' {
        '{"Statement":{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"kms:*","Resource":"*"}}' | Set-Content TestDrive:/policy.json

        $verdict = Test-OrgTrailKeyPolicy -Path TestDrive:/policy.json @trail @ids

        $verdict.Sufficient | Should -BeTrue
        "$($verdict.Weak)" | Should -BeLike '*on behalf of any AWS account*'
    }

    It 'asks for a key or a policy' {
        Test-OrgTrailKeyPolicy @trail -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NoKmsKey,*'
        # Only the name is known here: the trail may well have a key.
        "$($failure[0])" | Should -Be 'Neither a policy nor a KMS key is given.'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-OrgTrail*'
    }
}

Describe 'A live key' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        $key = (Invoke-SandboxAws kms CreateKey).KeyMetadata
        Invoke-SandboxAws kms CreateAlias @{ AliasName = 'alias/trails'; TargetKeyId = $key.KeyId } | Out-Null
    }

    AfterEach { Stop-OrgTrailSandbox }

    It 'gets its policy merged into the live one, by AWS Tools'' Write-KMSKeyPolicy, and passes the test then' {
        (Test-OrgTrailKeyPolicy acme alias/trails).Missing | Should -Be @('encrypt', 'describe', 'decrypt')

        $policy = New-OrgTrailKeyPolicy acme alias/trails
        $policy.KeyId | Should -Be $key.Arn
        $policy.Changes | Should -HaveCount 3
        $policy | Write-KMSKeyPolicy

        (New-OrgTrailKeyPolicy acme alias/trails).Changes | Should -BeNullOrEmpty
        $verdict = Test-OrgTrailKeyPolicy acme alias/trails -BucketName acme-audit
        $verdict.Sufficient | Should -BeTrue
        $verdict.KmsKeyId | Should -Be $key.Arn
        $verdict.RotationEnabled | Should -BeFalse
        Invoke-SandboxAws kms EnableKeyRotation @{ KeyId = $key.KeyId } | Out-Null
        (Test-OrgTrailKeyPolicy acme $key.Arn).RotationEnabled | Should -BeTrue
    }

    It 'encrypts a trail, which brings it, the bucket and the connection down the pipeline' {
        New-OrgTrailKeyPolicy acme $key.KeyId | Write-KMSKeyPolicy
        Set-BeforeTheTrail | New-OrgTrail -KmsKeyId $key.Arn -WarningAction Ignore | Out-Null

        $verdict = Get-OrgTrail acme | Test-OrgTrailKeyPolicy

        $verdict.Sufficient | Should -BeTrue
        $verdict.TrailArn | Should -BeLike 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
    }

    It 'follows the trusted access in the pipeline' {
        (Enable-OrgTrustedAccess | New-OrgTrailKeyPolicy acme).OrganizationId | Should -Be $sandbox.OrganizationId
    }

    It 'is refused in another Region than the bucket''s' {
        $elsewhere = (Invoke-SandboxAws kms CreateKey -Region eu-west-1).KeyMetadata.Arn

        $verdict = Test-OrgTrailKeyPolicy acme $elsewhere -BucketName acme-audit

        $verdict.Sufficient | Should -BeFalse
        $verdict.KeyProblems.Id | Should -Be 'KmsKeyWrongRegion'
        $verdict.KeyProblems[0].Advice | Should -BeLike '*us-east-1*'
    }

    It 'is judged without the Region of a bucket that does not exist, which is said' {
        $verdict = Test-OrgTrailKeyPolicy acme alias/trails -BucketName no-such-bucket -WarningVariable warned -WarningAction SilentlyContinue

        $verdict.KeyProblems | Should -BeNullOrEmpty
        $warned | Should -BeLike 'There is no bucket no-such-bucket*'
    }

    It 'is shown by its id, which fits into a table' {
        New-OrgTrailKeyPolicy acme alias/trails | Out-String -Width 80 | Should -BeLike "*KeyId*TrailName*Statements*Changes*$($key.KeyId)*acme*"
    }

    It 'is refused when it is asymmetric or disabled, with all reasons at once' {
        $asymmetric = (Invoke-SandboxAws kms CreateKey @{ KeySpec = 'RSA_2048'; KeyUsage = 'ENCRYPT_DECRYPT' }).KeyMetadata.Arn
        Invoke-SandboxAws kms DisableKey @{ KeyId = $asymmetric } | Out-Null

        $verdict = Test-OrgTrailKeyPolicy acme $asymmetric

        $verdict.KeyProblems.Id | Should -Be @('KmsKeyNotSymmetric', 'KmsKeyNotEnabled')
        $verdict.RotationEnabled | Should -BeNullOrEmpty
        "$verdict" | Should -BeLike '*cannot encrypt*RSA_2048*Disabled*'
    }

    It 'is not found by a wrong name, and the next one is tested all the same' {
        $verdicts = [pscustomobject]@{ KmsKeyId = 'alias/none' }, [pscustomobject]@{ KmsKeyId = 'alias/trails' } |
            Test-OrgTrailKeyPolicy acme -ErrorVariable failure -ErrorAction SilentlyContinue

        $verdicts.KmsKeyId | Should -Be $key.Arn
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'KmsKeyNotFound,*'
        $failure[0].TargetObject | Should -Be 'alias/none'
    }

    It 'cannot be compared with a bucket that the caller may not see, which is said' {
        Add-SandboxFault @{ Kind = 'AccessDenied'; Service = 's3'; Operation = 'HeadBucket' }

        Test-OrgTrailKeyPolicy acme alias/trails -BucketName acme-audit -WarningVariable said -WarningAction SilentlyContinue | Out-Null

        "$said" | Should -BeLike '*acme-audit*cannot be seen*'
    }
}
