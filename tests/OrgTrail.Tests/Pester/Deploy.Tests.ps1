<#
Deploy-OrgTrail in a real engine against the sandbox: its plan, its outcome, and the files that it takes.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    # What -WhatIf writes to the host, and what it emits.
    function Get-Plan ([scriptblock] $Command) {
        $path = Join-Path $TestDrive plan.txt
        Start-Transcript $path -UseMinimalHeader | Out-Null
        try { $emitted = & $Command } finally { Stop-Transcript | Out-Null }
        [pscustomobject]@{ Text = Get-Content $path -Raw; Emitted = $emitted }
    }

    function Set-StateFile ($Text, $Name = 'trail.psd1') {
        $path = Join-Path $TestDrive $Name
        Set-Content $path $Text
        $path
    }
}

Describe 'Deploy-OrgTrail' {
    BeforeEach { $sandbox = Start-OrgTrailSandbox -Account 3 }
    AfterEach { Stop-OrgTrailSandbox }

    Context 'from parameters' {
        It 'goes from nothing to a logging organization trail, and finds it right the second time' {
            $deployment = Deploy-OrgTrail acme acme-audit -CreateBucket

            $deployment | Should -BeOfType OrgTrail.Deployment
            $deployment.Succeeded | Should -BeTrue
            $deployment.Changed | Should -BeTrue
            $deployment.Steps.StepId -join ' ' | Should -Be 'AllFeatures TrustedAccess Bucket BucketPolicy Trail Logging Verification'
            (Get-OrgTrail acme).IsMultiRegionTrail | Should -BeTrue
            (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue

            $again = Deploy-OrgTrail acme acme-audit -CreateBucket
            $again.Changed | Should -BeFalse
            $again.Steps.Outcome | Select-Object -Unique | Should -Be AlreadyRight
        }

        It 'takes all that can be wanted' {
            $key = (Invoke-SandboxAws kms CreateKey).KeyMetadata.Arn
            $wanted = @{
                Name = 'acme'; S3BucketName = 'acme-audit'; CreateBucket = $true; KmsKeyId = $key; S3KeyPrefix = 'trails'; RecursiveLogging = $false
                ObjectLockMode = 'GOVERNANCE'; ObjectLockYears = 1; ExpireAfterDays = 4000
                EventSelector = @{ ReadWriteType = 'All'; DataResources = @{ Type = 'AWS::S3::Object'; Values = 'arn:aws:s3' } }
                InsightSelector = 'ApiCallRateInsight', 'ApiErrorRateInsight'
                Tag = @{ Team = 'security' }; DelegatedAdministrator = $sandbox.Accounts[-1]
            }

            $deployment = Deploy-OrgTrail @wanted

            $deployment.Succeeded | Should -BeTrue
            $deployment.Steps.Count | Should -Be 11
            $deployment.Backups.Resource | Should -Be $key
            (Get-OrgTrail acme).RecursiveLogging | Should -BeFalse
            (Deploy-OrgTrail @wanted).Changed | Should -BeFalse
        }

        It 'stands for its trail in a pipeline' {
            (Deploy-OrgTrail acme acme-audit -CreateBucket | Get-OrgTrailStatus).IsLogging | Should -BeTrue
        }

        It 'keeps replaced policies in files' {
            Deploy-OrgTrail acme acme-audit -CreateBucket | Out-Null
            Set-OrgTrailBucketPolicy acme-audit -Policy '{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::acme-audit/*"}]}' | Out-Null
            $before = (Get-OrgTrailBucketPolicy acme-audit).Policy
            $folder = New-Item -ItemType Directory (Join-Path $TestDrive backups)

            $deployment = Deploy-OrgTrail acme acme-audit -IsMultiRegionTrail $false -BackupPath $folder
            $deployment.Backups | Should -BeNullOrEmpty
            Get-OrgTrail acme | Remove-OrgTrail -Confirm:$false
            $deployment = Deploy-OrgTrail other acme-audit -BackupPath $folder

            Get-Content $deployment.Backups[0].Path -Raw | Should -BeExactly $before
            (Get-OrgTrailBucketPolicy acme-audit).Policy | Should -BeLike '*Theirs*'
        }

        It 'refuses a backup folder that is not there, and sends nothing' {
            Get-Refusal { Deploy-OrgTrail acme acme-audit -CreateBucket -BackupPath (Join-Path $TestDrive nowhere) } | Should -Be BackupFolderUnusable
            Get-OrgTrail -IncludeAccountTrail | Should -BeNullOrEmpty
        }
    }

    Context 'with -WhatIf' {
        It 'shows every difference, emits the plan, and changes nothing' {
            $plan = Get-Plan { Deploy-OrgTrail acme acme-audit -CreateBucket -Tag @{ Team = 'security' } -WhatIf }

            $plan.Text | Should -BeLike '*What if: Performing the operation "Deploy trail" on target "acme in us-east-1".*'
            $plan.Text | Should -BeLike '*TrustedAccess o-*cloudtrail.amazonaws.com gets trusted access*'
            $plan.Text | Should -BeLike '*Bucket acme-audit*create bucket acme-audit in us-east-1*'
            $plan.Text | Should -BeLike '*BucketPolicy acme-audit*add statement AWSCloudTrailAclCheck20150319*'
            $plan.Text | Should -BeLike '*create organization trail acme, all Regions*tag Team: security*'
            $plan.Text | Should -BeLike '*logging starts*'
            $plan.Emitted.Steps.Where{ $_.Outcome -eq 'Planned' }.StepId -join ' ' | Should -Be 'TrustedAccess Bucket BucketPolicy Trail Logging Verification'
            Get-OrgTrail -IncludeAccountTrail | Should -BeNullOrEmpty
            (Get-OrgTrustedAccess).Enabled | Should -BeFalse
        }

        It 'says nothing and emits nothing when everything is right' {
            Deploy-OrgTrail acme acme-audit -CreateBucket | Out-Null

            $plan = Get-Plan { Deploy-OrgTrail acme acme-audit -CreateBucket -WhatIf }

            $plan.Emitted | Should -BeNullOrEmpty
            $plan.Text | Should -Not -BeLike '*What if*'
        }

        It 'reports drift, also by the preference variable' {
            Deploy-OrgTrail acme acme-audit -CreateBucket | Out-Null
            Set-OrgTrail acme -EnableLogFileValidation $false | Out-Null
            Stop-OrgTrailLogging acme -Confirm:$false | Out-Null

            $drift = & { $WhatIfPreference = $true; Deploy-OrgTrail acme acme-audit -CreateBucket }

            $drift.Steps.Where{ $_.Changes }.Changes -join '; ' | Should -Be 'EnableLogFileValidation: False -> True; logging starts'
        }
    }

    Context 'from a file' {
        It 'takes a .psd1' {
            $path = Set-StateFile @'
@{
    Name                = 'acme'
    s3bucketname        = 'acme-audit'   # names have no case
    CreateBucket        = $true
    ArchiveAfterDays    = 90
    InsightSelector     = 'ApiCallRateInsight', @{ InsightType = 'ApiErrorRateInsight' }
    Tag                 = @{ Team = 'security'; CostCenter = 42 }
}
'@
            (Deploy-OrgTrail -Path $path).Succeeded | Should -BeTrue
            Deploy-OrgTrail -Path $path -WhatIf | Should -BeNullOrEmpty
        }

        It 'takes a .json, and the same state from both is the same' {
            $json = Set-StateFile '{ "Name": "acme", "S3BucketName": "acme-audit", "CreateBucket": true, "AdvancedEventSelector": [ { "FieldSelectors": [ { "Field": "eventCategory", "Equals": ["Management"] } ] } ], /* why */ }' trail.json
            $data = Set-StateFile '@{ Name = "acme"; S3BucketName = "acme-audit"; CreateBucket = $true; AdvancedEventSelector = @{ FieldSelectors = @{ Field = "eventCategory"; Equals = "Management" } } }'

            (Get-Item $json | Deploy-OrgTrail).Succeeded | Should -BeTrue
            Get-Item $data | Deploy-OrgTrail -WhatIf | Should -BeNullOrEmpty
        }

        It 'executes nothing of it' {
            $witness = Join-Path $TestDrive witness.txt
            foreach ($code in "(Set-Content '$witness' x)", "`$(Set-Content '$witness' x)", "[IO.File]::WriteAllText('$witness', 'x')", '$env:HOME', '$PWD', '{ x }') {
                Get-Refusal { Deploy-OrgTrail -Path (Set-StateFile "@{ Name = $code; S3BucketName = 'acme-audit' }") } | Should -Be MalformedDeploymentFile -Because $code
            }
            Get-Refusal { Deploy-OrgTrail -Path (Set-StateFile "Set-Content '$witness' x; @{ Name = 'acme' }") } | Should -Be MalformedDeploymentFile
            $witness | Should -Not -Exist
        }

        It 'refuses <What> as <Id>' -ForEach @(
            @{ What = 'a file that is not there'; Id = 'FileNotFound'; Name = 'none.psd1' }
            @{ What = 'a file of another sort'; Id = 'UnknownDeploymentFile'; Name = 'trail.yaml'; Text = 'Name: acme' }
            @{ What = 'a script'; Id = 'MalformedDeploymentFile'; Text = 'Get-Date' }
            @{ What = 'a hashtable that is cut off'; Id = 'MalformedDeploymentFile'; Text = "@{ Name = 'acme'" }
            @{ What = 'JSON that is cut off'; Id = 'MalformedDeploymentFile'; Name = 'trail.json'; Text = '{ "Name": ' }
            @{ What = 'JSON with something behind it'; Id = 'MalformedDeploymentFile'; Name = 'trail.json'; Text = '{} {}' }
            @{ What = 'a JSON list'; Id = 'MalformedDeploymentFile'; Name = 'trail.json'; Text = '[]' }
            @{ What = 'a JSON member twice'; Id = 'MalformedDeploymentFile'; Name = 'trail.json'; Text = '{ "Name": "acme", "Name": "other" }' }
            @{ What = 'a JSON member in two cases'; Id = 'DuplicateSetting'; Name = 'trail.json'; Text = '{ "Name": "acme", "name": "other", "S3BucketName": "acme-audit" }' }
            @{ What = 'an unknown key'; Id = 'UnknownSetting'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; KmsKey = 'alias/audit' }" }
            @{ What = 'a key that is missing'; Id = 'MissingSetting'; Text = "@{ Name = 'acme' }" }
            @{ What = 'a value of the wrong sort'; Id = 'WrongSetting'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; IsMultiRegionTrail = 'yes' }" }
            @{ What = 'both sorts of selectors'; Id = 'InvalidEventSelectors'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; EventSelector = @{}; AdvancedEventSelector = @{ FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' } } }" }
            @{ What = 'a log group without role'; Id = 'IncompleteCloudWatchLogs'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; CloudWatchLogsLogGroupArn = 'arn:aws:logs:us-east-1:111111111111:log-group:trails:*' }" }
            @{ What = 'a retention in days and years'; Id = 'InvalidObjectLock'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; CreateBucket = `$true; ObjectLockMode = 'GOVERNANCE'; ObjectLockDays = 1; ObjectLockYears = 1 }" }
            @{ What = 'bucket settings for a bucket that is not set up'; Id = 'ContradictorySettings'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; ExpireAfterDays = 100 }" }
            @{ What = 'a trail of all Regions without global events'; Id = 'InvalidParameterCombination'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; IncludeGlobalServiceEvents = `$false }" }
            @{ What = 'Regions of two partitions'; Id = 'RegionInOtherPartition'; Text = "@{ Name = 'acme'; S3BucketName = 'acme-audit'; HomeRegion = 'us-east-1'; BucketRegion = 'cn-north-1' }" }
        ) {
            $path = if ($Text) { Set-StateFile $Text ($Name ?? 'trail.psd1') } else { Join-Path $TestDrive $Name }

            Get-Refusal { Deploy-OrgTrail -Path $path } | Should -Be $Id
        }

        It 'says all that is wrong at once, with the file and what may have been meant' {
            $path = Set-StateFile "@{ Name = 'a'; KmsKey = 'x'; IsMultiRegionTrial = `$true; ObjectLockDays = 'many' }"

            Deploy-OrgTrail -Path $path -ErrorVariable failure -ErrorAction SilentlyContinue

            "$($failure[0])" | Should -BeLike "$path*'IsMultiRegionTrial'*'KmsKey'*S3BucketName is not given*ObjectLockDays is the text 'many'*Trail name 'a'*"
            $failure[0].ErrorDetails.RecommendedAction | Should -BeLike "*'IsMultiRegionTrail'*'KmsKeyId'*"
        }

        It 'is the whole wanted state' {
            $path = Set-StateFile "@{ Name = 'acme'; S3BucketName = 'acme-audit' }"

            Deploy-OrgTrail -Path $path -S3KeyPrefix audit -ErrorVariable failure -ErrorAction SilentlyContinue

            $failure[0].FullyQualifiedErrorId | Should -BeLike 'ContradictorySettings,*'
            "$($failure[0])" | Should -BeLike '*-S3KeyPrefix*'
        }
    }

    Context 'when something stands in the way' {
        It 'refuses <What> as <Id>, and changes nothing' -ForEach @(
            @{ What = 'a bucket that there is not'; Id = 'BucketNotFound'; Deploy = { Deploy-OrgTrail acme acme-audit } }
            @{ What = 'credentials of a member'; Id = 'NotOrganizationManagementAccount'; Deploy = { $member = As $sandbox.Accounts[-1]; Deploy-OrgTrail acme acme-audit -CreateBucket @member } }
            @{ What = 'a key in another Region'; Id = 'KmsKeyWrongRegion'; Deploy = { Deploy-OrgTrail acme acme-audit -CreateBucket -KmsKeyId (Invoke-SandboxAws kms CreateKey -Region eu-west-1).KeyMetadata.Arn } }
            @{ What = 'four delegated administrators'; Id = 'TooManyDelegatedAdministrators'; Deploy = { Deploy-OrgTrail acme acme-audit -CreateBucket -DelegatedAdministrator 222222222222, 333333333333, 444444444444, 555555555555 } }
        ) {
            Get-Refusal $Deploy | Should -Be $Id
            Get-OrgTrail -IncludeAccountTrail | Should -BeNullOrEmpty
            (Get-OrgTrustedAccess).Enabled | Should -BeFalse
        }

        It 'refuses a second organization trail unless it is allowed' {
            Deploy-OrgTrail acme acme-audit -CreateBucket | Out-Null

            Get-Refusal { Deploy-OrgTrail second acme-audit } | Should -Be SecondOrganizationTrail
            (Deploy-OrgTrail second acme-audit -AllowDuplicate -WarningVariable warnings -WarningAction Ignore).Succeeded | Should -BeTrue
            "$warnings" | Should -BeLike '*another organization trail*'
        }

        It 'moves a trail to another bucket only with -Force' {
            Deploy-OrgTrail acme acme-audit -CreateBucket | Out-Null

            Get-Refusal { Deploy-OrgTrail acme acme-other -CreateBucket } | Should -Be TrailInOtherBucket
            (Deploy-OrgTrail acme acme-other -CreateBucket -Force).Succeeded | Should -BeTrue
        }
    }

    Context 'when a step fails' {
        BeforeEach { Add-SandboxFault @{ Kind = 'AccessDenied'; Operation = 'CreateTrail' } }

        It 'emits nothing and writes one error that says how far it came, with the deployment as its target' {
            $emitted = Deploy-OrgTrail acme acme-audit -CreateBucket -ErrorVariable failure -ErrorAction SilentlyContinue

            $emitted | Should -BeNullOrEmpty
            $failure.Count | Should -Be 1
            "$($failure[0])" | Should -BeLike '*stopped at step Trail*Done: TrustedAccess, Bucket, BucketPolicy. Not done: Trail, Logging, Verification.*'
            $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*Deploy-OrgTrail again*'
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
            $failure[0].TargetObject.Steps.Where{ $_.StepId -eq 'Trail' }.Outcome | Should -Be Failed
        }

        It 'goes on from there the next time' {
            $target = try { Deploy-OrgTrail acme acme-audit -CreateBucket -ErrorAction Stop } catch { $_.TargetObject }
            $target.Succeeded | Should -BeFalse
            Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/faults" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Delete | Out-Null

            $deployment = Deploy-OrgTrail acme acme-audit -CreateBucket

            $deployment.Succeeded | Should -BeTrue
            $deployment.Steps.Where{ $_.Outcome -eq 'Done' }.StepId -join ' ' | Should -Be 'Trail Logging Verification'
        }
    }

    It 'shows its steps at the prompt' {
        $text = Deploy-OrgTrail acme acme-audit -CreateBucket | Out-String

        $text | Should -Match 'Succeeded\s*: True'
        $text | Should -Match 'BucketPolicy\s+Done'
    }
}
