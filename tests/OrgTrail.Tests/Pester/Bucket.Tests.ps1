<#
New-OrgTrailBucket in the sandbox, whose S3 refuses what AWS refuses, and tells which settings a bucket has.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    Add-Type -Path "$((Get-Module OrgTrail).ModuleBase)/OrgTrail.Sandbox.dll"

    # A sandbox whose state can be looked into and changed.
    function Start-OpenSandbox {
        $server = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]@{ AccountCount = 3 })
        $env:AWS_ENDPOINT_URL = $server.Endpoint
        $server | Add-Member ManagementAccountId $server.State.ManagementAccountId -PassThru
    }

    function Stop-OpenSandbox {
        Remove-Item Env:AWS_ENDPOINT_URL
        $sandbox.InternalErrors | Should -BeNullOrEmpty
        $sandbox.Dispose()
    }

    function Get-BucketState ($Name = 'acme-audit') {
        $sandbox.State.S3.Buckets[$Name]
    }

    # A bucket that somebody made, with some of its settings.
    function Add-Bucket ($Name = 'acme-audit', [hashtable] $Settings = @{}) {
        $bucket = [OrgTrail.Sandbox.State.SandboxBucket]@{ Name = $Name; OwnerAccountId = '111111111111'; Region = 'us-east-1' }
        foreach ($setting in $Settings.Keys) { $bucket.$setting = $Settings[$setting] }
        $sandbox.State.S3.Buckets[$Name] = $bucket
    }

    # What -WhatIf shows goes to the host, which only another process lets us read.
    function Get-Shown ($Command) {
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; $Command" | Out-String
    }

    $foreign = '{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/theirs/*"}]}'
    $foreignRule = '<Rule><ID>theirs</ID><Filter><And><Prefix>theirs/</Prefix><Tag><Key>a</Key><Value>b</Value></Tag></And></Filter><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule>'
}

Describe 'New-OrgTrailBucket' {
    BeforeEach { $sandbox = Start-OpenSandbox }
    AfterEach { Stop-OpenSandbox }

    It 'creates a private, versioned, encrypted bucket that refuses requests without TLS' {
        $bucket = New-OrgTrailBucket acme-audit

        $bucket | Should -BeOfType OrgTrail.Bucket
        $bucket.BucketName, $bucket.BucketRegion, $bucket.BucketArn | Should -Be @('acme-audit', 'us-east-1', 'arn:aws:s3:::acme-audit')
        $bucket.Created | Should -BeTrue
        "$bucket" | Should -Be acme-audit
        $bucket.Changes[0] | Should -Be 'create bucket acme-audit in us-east-1'
        $state = Get-BucketState
        $state.ObjectOwnership, $state.Versioning | Should -Be @('BucketOwnerEnforced', 'Enabled')
        $state.PublicAccessBlock.psobject.Properties.Value | Select-Object -Unique | Should -BeTrue
        $state.Configurations['encryption'] | Should -BeLike '*AES256*'
        $statement = ($state.Policy | ConvertFrom-Json).Statement
        $statement.Sid, $statement.Effect, $statement.Principal, $statement.Action | Should -Be @('DenyInsecureTransport', 'Deny', '*', 's3:*')
        $statement.Resource | Should -Be @('arn:aws:s3:::acme-audit', 'arn:aws:s3:::acme-audit/*')
        $statement.Condition.Bool.'aws:SecureTransport' | Should -Be 'false'
    }

    It 'creates it in another Region than the trail''s' {
        $bucket = New-OrgTrailBucket acme-audit acme -BucketRegion eu-central-1

        $bucket.BucketRegion, $bucket.HomeRegion | Should -Be @('eu-central-1', 'us-east-1')
        (Get-BucketState).Region | Should -Be 'eu-central-1'
        (Get-BucketState).Policy | Should -BeLike '*arn:aws:cloudtrail:us-east-1:111111111111:trail/acme*'
    }

    It 'brings New-OrgTrail all that it needs' {
        $trail = Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme -S3KeyPrefix audit | New-OrgTrail -StartLogging

        $trail.Name, $trail.S3BucketName, $trail.S3KeyPrefix, $trail.HomeRegion | Should -Be @('acme', 'acme-audit', 'audit', 'us-east-1')
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
        $sandbox.Advance('01:00')
        (Get-OrgTrailStatus acme).LatestDeliveryError | Should -BeNullOrEmpty
    }

    It 'lets New-OrgTrail wait for the policy that it wrote' {
        Enable-OrgTrustedAccess | Out-Null
        Add-SandboxFault @{ Kind = 'LatePolicyPropagation'; Checks = 1 }

        (New-OrgTrailBucket acme-audit acme | New-OrgTrail -StartLogging).TrailARN | Should -BeLike '*:trail/acme'
    }

    It 'leaves the trail to New-OrgTrail when it names none, which then misses the policy at once' {
        Enable-OrgTrustedAccess | Out-Null

        $bucket = New-OrgTrailBucket acme-audit
        $bucket | New-OrgTrail -Name acme -ErrorVariable failure -ErrorAction SilentlyContinue

        $bucket.TrailName | Should -BeNullOrEmpty
        $bucket.HomeRegion | Should -BeNullOrEmpty
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'InsufficientBucketPolicy,*'
        $sandbox.State.CloudTrail.Trails | Should -BeNullOrEmpty
    }

    It 'sets key, retention, lifecycle and access logging, warns of the archive, and finds all right the second time' {
        $key = (Invoke-SandboxAws kms CreateKey).KeyMetadata.Arn
        Add-Bucket acme-logs @{ Policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::acme-logs/*"}]}' }
        $wanted = @{
            BucketName = 'acme-audit'; TrailName = 'acme'; S3KeyPrefix = 'audit'; KmsKeyId = $key; ObjectLockMode = 'GOVERNANCE'; ObjectLockYears = 1
            ArchiveAfterDays = 400; ExpireAfterDays = 2555; AccessLogBucket = 'acme-logs'; AccessLogPrefix = 'audit/'
        }

        $bucket = New-OrgTrailBucket @wanted -WarningVariable warnings -WarningAction Ignore

        $bucket.Changes | Should -HaveCount 9
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike '*archive*restored*'
        $settings = (Get-BucketState).Configurations
        $settings['encryption'] | Should -BeLike "*<BucketKeyEnabled>true*aws:kms*$key*"
        $settings['object-lock'] | Should -BeLike '*GOVERNANCE*<Years>1</Years>*'
        $settings['lifecycle'] | Should -BeLike '*<ID>OrgTrail</ID>*<Prefix>audit/AWSLogs/</Prefix>*<Days>400</Days>*GLACIER*<Days>2555</Days>*'
        $settings['logging'] | Should -BeLike '*acme-logs*audit/*'

        $before = $sandbox.Calls
        $again = New-OrgTrailBucket @wanted -WarningVariable warnings
        $again.Changes | Should -BeNullOrEmpty
        $again.Created | Should -BeFalse
        $warnings | Should -BeNullOrEmpty
        # Nine looks at the bucket, one each at the caller, the organization and the key.
        $sandbox.Calls - $before | Should -Be 12
    }

    It 'shows each change with -WhatIf and writes nothing' {
        $shown = Get-Shown 'New-OrgTrailBucket acme-audit acme -ObjectLockMode COMPLIANCE -ObjectLockDays 30 -ExpireAfterDays 365 -WhatIf'

        $shown.Trim() -split '\r?\n' | Should -Be @(
            'What if: Performing the operation "Create bucket" on target "acme-audit in us-east-1".'
            '    create bucket acme-audit in us-east-1, with object lock'
            '    PublicAccessBlock: (none) -> all on'
            '    ObjectOwnership: (none) -> BucketOwnerEnforced'
            '    Versioning: (none) -> Enabled'
            '    Encryption: (none) -> AES256'
            '    Policy: add statement DenyInsecureTransport; add statement AWSCloudTrailAclCheck20150319; add statement AWSCloudTrailWrite20150319; add statement AWSCloudTrailOrganizationWrite20150319'
            '    ObjectLock: off -> COMPLIANCE, 30 days; object lock cannot be switched off again'
            '    Lifecycle rule OrgTrail: (none) -> AWSLogs/, expired after 365 days, old versions deleted 365 days later')
        Get-BucketState | Should -BeNullOrEmpty
    }
}

Describe 'A bucket that exists' {
    BeforeEach { $sandbox = Start-OpenSandbox }
    AfterEach { Stop-OpenSandbox }

    It 'is adopted: what is unset is set, what others wrote survives' {
        Add-Bucket -Settings @{ Region = 'eu-central-1'; Policy = $foreign; PublicAccessBlock = $null; ObjectOwnership = [NullString]::Value }
        (Get-BucketState).Configurations['lifecycle'] = "<LifecycleConfiguration>$foreignRule</LifecycleConfiguration>"

        $bucket = New-OrgTrailBucket acme-audit acme -ExpireAfterDays 365 -WarningVariable warnings

        $bucket.Created | Should -BeFalse
        $bucket.BucketRegion | Should -Be 'eu-central-1'
        $warnings | Should -BeNullOrEmpty
        $state = Get-BucketState
        $state.ObjectOwnership, $state.Versioning | Should -Be @('BucketOwnerEnforced', 'Enabled')
        $state.PublicAccessBlock.BlockPublicPolicy | Should -BeTrue
        ($state.Policy | ConvertFrom-Json).Statement.Sid | Should -Be @('Theirs', 'DenyInsecureTransport', 'AWSCloudTrailAclCheck20150319', 'AWSCloudTrailWrite20150319', 'AWSCloudTrailOrganizationWrite20150319')
        $state.Configurations['lifecycle'] | Should -BeLike "*$foreignRule*<ID>OrgTrail</ID>*"
    }

    It 'keeps what somebody set otherwise, says so, and changes it with -Force' {
        Add-Bucket -Settings @{ ObjectOwnership = 'ObjectWriter'; Versioning = 'Suspended'; PublicAccessBlock = [OrgTrail.Sandbox.State.SandboxPublicAccessBlock]@{ BlockPublicAcls = $false } }
        New-OrgTrailBucket acme-audit -WarningAction Ignore | Out-Null

        $kept = New-OrgTrailBucket acme-audit -WarningVariable warnings -WarningAction Ignore

        $kept.Changes | Should -BeNullOrEmpty
        $warnings | Should -HaveCount 3
        $warnings | ForEach-Object { $_ | Should -BeLike '*-Force*' }
        "$warnings" | Should -BeLike '*BlockPublicAcls*ObjectWriter*Suspended*'

        $forced = New-OrgTrailBucket acme-audit -Force -WarningVariable warnings
        $forced.Changes | Should -Be @(
            'PublicAccessBlock: IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets -> all on'
            'ObjectOwnership: ObjectWriter -> BucketOwnerEnforced'
            'Versioning: Suspended -> Enabled')
        $warnings | Should -BeNullOrEmpty
    }

    It 'keeps its KMS key until SSE-S3 is asked for by name' {
        $key = (Invoke-SandboxAws kms CreateKey).KeyMetadata.Arn
        New-OrgTrailBucket acme-audit -KmsKeyId $key | Out-Null

        (New-OrgTrailBucket acme-audit -Force).Changes | Should -BeNullOrEmpty
        (New-OrgTrailBucket acme-audit -KmsKeyId '').Changes | Should -Be "Encryption: aws:kms with key $key, bucket key on -> AES256"
    }

    It 'says what to do about an ACL that is in the way' {
        Add-Bucket -Settings @{ ObjectOwnership = 'ObjectWriter' }
        (Get-BucketState).Configurations['acl'] = '<AccessControlPolicy><AccessControlList><Grant><Grantee><URI>http://acs.amazonaws.com/groups/s3/LogDelivery</URI></Grantee><Permission>WRITE</Permission></Grant></AccessControlList></AccessControlPolicy>'

        New-OrgTrailBucket acme-audit -Force -ErrorVariable failure -ErrorAction SilentlyContinue

        $failure[0].FullyQualifiedErrorId | Should -BeLike 'BucketAclInTheWay,*'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*put-bucket-acl*try again*'
        (Get-BucketState).Configurations.Remove('acl') | Should -BeTrue
        (New-OrgTrailBucket acme-audit -Force).Changes[0] | Should -Be 'ObjectOwnership: ObjectWriter -> BucketOwnerEnforced'
    }

    It 'is refused with <Id>, and nothing is written' -ForEach @(
        @{ Id = 'BucketNotOwned'; Settings = @{ OwnerAccountId = '222222222222' } }
        @{ Id = 'BucketInOtherRegion'; More = @{ BucketRegion = 'eu-central-1' } }
        @{ Id = 'PublicPolicyBlocked'; Settings = @{ Policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-audit/*"}]}' } }
        @{ Id = 'MalformedPolicy'; Settings = @{ Policy = '{"Version":' } }
        @{ Id = 'KmsKeyNotFound'; More = @{ KmsKeyId = 'alias/nobody' } }
        @{ Id = 'KmsKeyWrongRegion'; More = @{ KmsKeyId = 'arn:aws:kms:eu-central-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }
        @{ Id = 'InvalidAccessLogging'; More = @{ AccessLogBucket = 'no-such-bucket' } }
        @{ Id = 'InvalidTrailName'; More = @{ TrailName = 'a--b' } }
        @{ Id = 'ContradictoryRetention'; More = @{ ExpireAfterDays = 30; ObjectLockMode = 'GOVERNANCE'; ObjectLockDays = 31 } }
    ) {
        Add-Bucket -Settings ($Settings ?? @{})
        $before = Get-BucketState | ConvertTo-Json -Depth 9
        $wanted = @{ BucketName = 'acme-audit' } + ($More ?? @{})

        New-OrgTrailBucket @wanted -ErrorVariable failure -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].TargetObject | Should -Be 'acme-audit'
        $failure[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-BucketState | ConvertTo-Json -Depth 9 | Should -Be $before
    }
}
