<#
What AWS refuses, by OrgTrail's cmdlets against the sandbox: no answer here is scripted, each follows from the state.
Cmdlets look first and name what is missing; with -SkipPrerequisiteCheck the refusal is CloudTrail's own. Both must say the same.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # Some statements of the right policy, by their index.
    function Set-PartOfThePolicy ($Index) {
        $policy = (New-OrgTrailBucketPolicy acme-audit acme).Policy | ConvertFrom-Json
        $policy.Statement = $policy.Statement[$Index]
        Set-OrgTrailBucketPolicy acme-audit -Policy ($policy | ConvertTo-Json -Depth 9)
    }

    function Add-Statement ($Statement) {
        $policy = (Get-OrgTrailBucketPolicy acme-audit).Policy | ConvertFrom-Json
        $policy.Statement += $Statement
        Set-OrgTrailBucketPolicy acme-audit -Policy ($policy | ConvertTo-Json -Depth 9) | Out-Null
    }
}

Describe 'New-OrgTrail' {
    AfterEach { Stop-OrgTrailSandbox }

    Context 'when something is missing' {
        It 'refuses <What> as <Id>' -ForEach @(
            @{ What = 'an organization without trusted access'; Id = 'TrustedAccessNotEnabled'; Given = { New-OrgTrailBucketPolicy acme-audit acme | Set-OrgTrailBucketPolicy } }
            @{ What = 'a bucket that does not exist'; Id = 'BucketNotFound'; Given = { Enable-OrgTrustedAccess }; Bucket = 'no-such-bucket' }
            @{ What = 'a bucket without policy'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess } }
            @{ What = 'a policy for another trail'; Id = 'InsufficientBucketPolicy'; Given = { Set-BeforeTheTrail other } }
            @{ What = 'a policy for another Region'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme -HomeRegion eu-west-1 | Set-OrgTrailBucketPolicy } }
            @{ What = 'a policy for another organization'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess; New-OrgTrailBucketPolicy acme-audit acme -OrganizationId o-otherorganization -ManagementAccountId 111111111111 -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy } }
            @{ What = 'a policy for another prefix'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess | New-OrgTrailBucketPolicy acme-audit acme -S3KeyPrefix audit | Set-OrgTrailBucketPolicy } }
            @{ What = 'a policy for the management account''s own files alone'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess; Set-PartOfThePolicy 0, 1 } }
            @{ What = 'a policy for the organization''s files alone'; Id = 'InsufficientBucketPolicy'; Given = { Enable-OrgTrustedAccess; Set-PartOfThePolicy 0, 2 } }
            @{ What = 'a Deny in the way'; Id = 'InsufficientBucketPolicy'; Given = { Set-BeforeTheTrail; Add-Statement @{ Effect = 'Deny'; Principal = '*'; Action = 's3:PutObject'; Resource = 'arn:aws:s3:::acme-audit/*'; Condition = @{ StringNotEquals = @{ 's3:x-amz-server-side-encryption' = 'aws:kms' } } } } }
            @{ What = 'a member account'; Id = 'NotOrganizationManagementAccount'; Given = { Set-BeforeTheTrail }; Member = $true }
        ) {
            $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
            & $Given | Out-Null
            $new = @{ Name = 'acme'; S3BucketName = $Bucket ?? 'acme-audit'; WarningAction = 'Ignore' }
            if ($Member) { $new += As $sandbox.Accounts[-1] }

            Get-Refusal { New-OrgTrail @new } | Should -Be $Id
            Get-Refusal { New-OrgTrail @new -SkipPrerequisiteCheck } | Should -Be $Id

            Get-OrgTrail -IncludeAccountTrail | Should -BeNullOrEmpty
        }

        It 'names everything that is missing, and what mends it' {
            $sandbox = Start-OrgTrailSandbox -Bucket bare-bucket

            New-OrgTrail acme bare-bucket -ErrorVariable failure -ErrorAction SilentlyContinue

            "$($failure[0])" | Should -BeLike '*Trusted access*bucket*'
            $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Enable-OrgTrustedAccess*New-OrgTrailBucketPolicy -BucketName bare-bucket -TrailName acme*Set-OrgTrailBucketPolicy*'
        }

        It 'names both accounts to a member' {
            $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
            $member = As $sandbox.Accounts[-1]

            New-OrgTrail acme acme-audit -ErrorVariable failure -ErrorAction SilentlyContinue @member

            "$($failure[0])" | Should -BeLike "*$($sandbox.Accounts[-1])*111111111111*"
        }

        It 'refuses an organization of consolidated billing, and names the cmdlet that helps' {
            $sandbox = Start-OrgTrailSandbox -NoOrganization -Bucket acme-audit
            Invoke-SandboxAws organizations CreateOrganization @{ FeatureSet = 'CONSOLIDATED_BILLING' } | Out-Null

            Enable-OrgTrustedAccess -ErrorVariable failure -ErrorAction SilentlyContinue
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'OrganizationNotInAllFeaturesMode,*'
            $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Enable-OrgAllFeatures*'
            Get-Refusal { New-OrgTrail acme acme-audit } | Should -Be OrganizationNotInAllFeaturesMode
            Get-Refusal { New-OrgTrail acme acme-audit -SkipPrerequisiteCheck } | Should -Be OrganizationNotInAllFeaturesMode
        }

        It 'refuses an account without organization' {
            $sandbox = Start-OrgTrailSandbox -NoOrganization -Bucket acme-audit

            Get-Refusal { Enable-OrgTrustedAccess } | Should -Be OrganizationsNotInUse
            Get-Refusal { New-OrgTrail acme acme-audit } | Should -Be OrganizationsNotInUse
            Get-Refusal { New-OrgTrail acme acme-audit -SkipPrerequisiteCheck } | Should -Be OrganizationsNotInUse
        }
    }

    Context 'when all is there' {
        BeforeEach {
            $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
            Set-BeforeTheTrail | Out-Null
        }

        It 'refuses a name that is taken' {
            New-OrgTrail acme acme-audit -WarningAction Ignore | Out-Null

            Get-Refusal { New-OrgTrail acme acme-audit } | Should -Be TrailAlreadyExists
        }

        It 'refuses the sixth trail of a Region, also one whose home is another' {
            1..5 | ForEach-Object { Set-BeforeTheTrail "acme-$_" | New-OrgTrail -WarningAction Ignore | Out-Null }

            Get-Refusal { New-OrgTrail acme acme-audit } | Should -Be TooManyTrails
            New-OrgTrailBucketPolicy acme-audit abroad -HomeRegion eu-west-1 | Set-OrgTrailBucketPolicy | Out-Null
            Get-Refusal { New-OrgTrail abroad acme-audit -HomeRegion eu-west-1 } | Should -Be TooManyTrails
            Get-OrgTrail | Select-Object -First 1 | Remove-OrgTrail -Confirm:$false
            Get-Refusal { New-OrgTrail acme acme-audit } | Should -BeNullOrEmpty
        }

        It 'refuses a KMS key that <What> as <Id>, and <Seen> is seen before' -ForEach @(
            @{ What = 'does not exist'; Id = 'InsufficientEncryptionPolicy'; Seen = 'KmsKeyNotFound'; Key = { 'arn:aws:kms:us-east-1:111111111111:key/00000000-0000-0000-0000-000000000000' } }
            @{ What = 'lies in another Region than the bucket'; Id = 'KmsKeyNotFound'; Seen = 'KmsKeyWrongRegion'; Key = { (Invoke-SandboxAws kms CreateKey -Region eu-west-1).KeyMetadata.Arn } }
            @{ What = 'does not let CloudTrail in'; Id = 'InsufficientEncryptionPolicy'; Seen = 'InsufficientKeyPolicy'; Key = { (Invoke-SandboxAws kms CreateKey).KeyMetadata.Arn } }
            @{ What = 'is disabled'; Id = 'KmsKeyUnusable'; Seen = 'KmsKeyNotEnabled'; Key = { $key = (Invoke-SandboxAws kms CreateKey).KeyMetadata.Arn; Invoke-SandboxAws kms DisableKey @{ KeyId = $key } | Out-Null; $key } }
        ) {
            $arn = & $Key
            Get-Refusal { New-OrgTrail acme acme-audit -KmsKeyId $arn -SkipPrerequisiteCheck } | Should -Be $Id
            Get-Refusal { New-OrgTrail acme acme-audit -KmsKeyId $arn } | Should -Be $Seen
        }
    }
}

Describe 'An organization trail' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        $trail = Set-BeforeTheTrail | New-OrgTrail -StartLogging
        $arn = $trail.TrailARN
        $member = As $sandbox.Accounts[-1]
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'is seen by members under the management account''s ARN' {
        (Get-OrgTrail @member).TrailARN | Should -Be $arn
        (Get-OrgTrailStatus $arn @member).IsLogging | Should -BeTrue
        (Get-OrgTrail acme @member).TrailARN | Should -Be $arn
    }

    It 'is not changed by members with <Name>' -ForEach @(
        @{ Name = 'Set-OrgTrail'; Command = { Set-OrgTrail $arn -EnableLogFileValidation $false @member } }
        @{ Name = 'Set-OrgTrail -SkipPrerequisiteCheck'; Command = { Set-OrgTrail $arn -EnableLogFileValidation $false -SkipPrerequisiteCheck @member } }
        @{ Name = 'Stop-OrgTrailLogging'; Command = { Stop-OrgTrailLogging $arn -Confirm:$false @member } }
        @{ Name = 'Remove-OrgTrail'; Command = { Remove-OrgTrail $arn -Confirm:$false @member } }
    ) {
        Get-Refusal $Command | Should -Be NotOrganizationManagementAccount

        (Get-OrgTrail acme).LogFileValidationEnabled | Should -BeTrue
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }

    It 'is changed, stopped and removed from any Region, though AWS does so in its home Region only' {
        { Invoke-SandboxAws cloudtrail StopLogging @{ Name = $arn } -Region eu-west-1 } | Should -Throw InvalidHomeRegionException

        (Set-OrgTrail acme -EnableLogFileValidation $false -Region eu-west-1).LogFileValidationEnabled | Should -BeFalse
        Stop-OrgTrailLogging acme -Region eu-west-1 -Confirm:$false | Out-Null
        (Get-OrgTrailStatus acme).IsLogging | Should -BeFalse
        Remove-OrgTrail acme -Region eu-west-1 -Confirm:$false
        Get-OrgTrail | Should -BeNullOrEmpty
    }

    It 'becomes an account trail when trusted access is disabled, stays one when it is enabled again, and Set-OrgTrail repairs it' {
        Disable-OrgTrustedAccess -Confirm:$false | Out-Null
        Get-OrgTrail | Should -BeNullOrEmpty
        (Get-OrgTrail acme).IsOrganizationTrail | Should -BeFalse
        Get-OrgTrail @member | Should -BeNullOrEmpty
        Get-Refusal { Set-OrgTrail acme -IsOrganizationTrail $true } | Should -Be TrustedAccessNotEnabled

        Enable-OrgTrustedAccess | Out-Null
        (Get-OrgTrail acme).IsOrganizationTrail | Should -BeFalse

        (Set-OrgTrail acme -IsOrganizationTrail $true).IsOrganizationTrail | Should -BeTrue
        (Get-OrgTrail @member).TrailARN | Should -Be $arn
        (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue
    }

    It 'keeps its prefix until the bucket policy allows the other one' {
        Set-OrgTrail acme -S3KeyPrefix audit -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'InsufficientBucketPolicy,*'
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike "*-S3KeyPrefix 'audit'*"
        Get-Refusal { Set-OrgTrail acme -S3KeyPrefix audit -SkipPrerequisiteCheck } | Should -Be InsufficientBucketPolicy
        (Get-OrgTrail acme).S3KeyPrefix | Should -BeNullOrEmpty

        New-OrgTrailBucketPolicy acme-audit acme -S3KeyPrefix audit | Set-OrgTrailBucketPolicy | Out-Null
        (Set-OrgTrail acme -S3KeyPrefix audit).S3KeyPrefix | Should -Be audit
    }

    It 'is not made multi-Region while it leaves out global events' {
        New-OrgTrailBucketPolicy acme-audit partial | Set-OrgTrailBucketPolicy | New-OrgTrail -IsMultiRegionTrail $false -IncludeGlobalServiceEvents $false -WarningAction Ignore | Out-Null

        Get-Refusal { Set-OrgTrail partial -IsMultiRegionTrail $true } | Should -Be InvalidParameterCombination
        (Get-OrgTrail partial).IsMultiRegionTrail | Should -BeFalse
    }

    It 'tells in its status when the bucket policy no longer lets it deliver' {
        $sandbox.Advance('01:00')
        (Get-OrgTrailStatus acme).LatestDeliveryError | Should -BeNullOrEmpty
        Add-Statement @{ Effect = 'Deny'; Principal = '*'; Action = 's3:PutObject'; Resource = 'arn:aws:s3:::acme-audit/*' }

        $sandbox.Advance('01:00')

        (Get-OrgTrailStatus acme).LatestDeliveryError | Should -Be AccessDenied
    }
}
