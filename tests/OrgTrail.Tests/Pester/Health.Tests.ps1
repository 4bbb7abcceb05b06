<#
Test-OrgTrail in a real pwsh: what it takes and emits, how it looks, and that what it says mends a trail does mend it.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'

    # A trail without a fault, but for what costs money: key, log group, access logs, tags.
    function New-HealthyTrail {
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme | New-OrgTrail -StartLogging
        $sandbox.Advance('05:00')
    }

    # The ids of the checks with a verdict.
    filter Select-Id ($Verdict) { if ($_.Verdict -eq $Verdict) { $_.CheckId } }

    # Changes the state of the sandbox as its own path takes it.
    function Edit-Sandbox ([scriptblock] $Change) {
        $state = Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/state" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } | ConvertTo-Json -Depth 99 | ConvertFrom-Json -AsHashtable -DateKind String
        & $Change $state
        Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/state" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Put -ContentType application/json -Body (ConvertTo-Json $state -Depth 99) | Out-Null
    }
}

Describe 'Test-OrgTrail' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3
        $trail = New-HealthyTrail
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'finds nothing wrong with a trail that was just made, and nothing hours later' {
        $trail.Where({ $_ -is [OrgTrail.Trail] }) | Test-OrgTrail | Select-Id Fail | Should -BeNullOrEmpty

        $results = Test-OrgTrail
        $results | Select-Id Fail | Should -BeNullOrEmpty
        $results | Select-Id Unknown | Should -BeNullOrEmpty
        $results | Select-Id Warning | Should -Be AccessLogging, Encryption, CloudWatchLogs, Tags
        $results.TrailARN | Select-Object -Unique | Should -Be $arn
    }

    It 'passes a trail in the minute in which it was made' {
        Stop-OrgTrailSandbox
        $sandbox = Start-OrgTrailSandbox -Account 3

        $results = Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme | New-OrgTrail -StartLogging | Test-OrgTrail

        $results | Select-Id Fail | Should -BeNullOrEmpty
        ($results | Where-Object CheckId -EQ Coverage).Observed | Should -BeLike '0 of 3 accounts have delivered from every Region so far: logging started *'
    }

    It 'takes a name, an ARN, a trail, a status, a deployment, a result, and what AWS Tools emits' {
        $status = Get-OrgTrailStatus acme
        $result = Test-OrgTrail acme -Check Logging
        $deployment = [OrgTrail.Deployment]@{ Name = 'acme'; TrailARN = $arn; HomeRegion = 'us-east-1'; S3BucketName = 'acme-audit'; Steps = [OrgTrail.DeploymentStep[]]@() }
        $tools = [pscustomobject]@{ TrailARN = $arn; Name = 'acme' }

        $seen = @(
            Test-OrgTrail acme -Check Logging
            Test-OrgTrail $arn -Check Logging
            'acme', (Get-OrgTrail acme), $status, $deployment, $result, $tools | Test-OrgTrail -Check Logging
        )

        $seen.Count | Should -Be 8
        $seen | Select-Id Pass | Select-Object -Unique | Should -Be Logging
    }

    It 'keeps the connection of what comes down the pipeline' {
        $trail = Get-OrgTrail acme
        $status = Get-OrgTrailStatus acme
        $endpoint = $env:AWS_ENDPOINT_URL
        $env:AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
        try { $trail, $status | Test-OrgTrail -Check CallerRole -EndpointUrl $endpoint | Select-Id Pass | Should -Be CallerRole, CallerRole }
        finally { $env:AWS_ENDPOINT_URL = $endpoint }
    }

    It 'tests every organization trail when none is named' {
        New-OrgTrailBucketPolicy acme-audit second | Set-OrgTrailBucketPolicy | New-OrgTrail -WarningAction Ignore | Out-Null

        (Test-OrgTrail -Check Logging).TrailName | Should -Be acme, second
        Test-OrgTrail -Check DuplicateTrails | Select-Id Warning | Should -Be DuplicateTrails, DuplicateTrails
    }

    It 'fails where there is no organization trail, so that a job in CI fails too' {
        Remove-OrgTrail acme -Confirm:$false

        Get-Refusal { Test-OrgTrail } | Should -Be NoOrganizationTrail
        Get-Refusal { Test-OrgTrail acme } | Should -Be TrailNotFound
    }

    It 'makes the checks that are asked for, by ids and wildcards' {
        (Test-OrgTrail acme -Check logging, Key*, Bucket -ExcludeCheck KeyRot*).CheckId | Should -Be Logging, Bucket, KeyState, KeyRegion, KeyPolicy
    }

    It 'refuses an id that no check has, once, and tells those there are' {
        $failure = try { 'acme', 'acme' | Test-OrgTrail -Check Loging } catch { $_ }

        $failure.FullyQualifiedErrorId | Should -Be 'UnknownCheck,OrgTrail.Commands.TestOrgTrailCommand'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Logging, ManagementEvents,*'
        Get-Refusal { Test-OrgTrail acme -ExcludeCheck * } | Should -Be NoCheckLeft
        # A variable that nobody set does not mean all checks.
        Get-Refusal { Test-OrgTrail acme -Check $null } | Should -Be ParameterArgumentValidationError
        Get-Refusal { Test-OrgTrail acme -ExcludeCheck $null } | Should -Be ParameterArgumentValidationError
    }

    It 'completes the ids of checks' {
        $completions = (TabExpansion2 'Test-OrgTrail acme -Check Key' 29).CompletionMatches

        $completions.CompletionText | Should -Be KeyPolicy, KeyRegion, KeyRotation, KeyState
        $completions[0].ToolTip | Should -Be "The KMS key's policy lets CloudTrail encrypt"
    }

    It 'shows a line a check, with the verdict in colour' {
        Stop-OrgTrailLogging acme -Confirm:$false | Out-Null
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $lines = (Test-OrgTrail acme -Check Logging, Bucket, Tags, Coverage | Out-String -Width 100) -split '\r?\n' | Where-Object { $_ }
        }
        finally { $PSStyle.OutputRendering = $before }

        $lines.Count | Should -Be 7
        $lines[0] | Should -Be "   Trail: $arn"
        $lines | Should -Contain "$($PSStyle.Foreground.Green)Pass$($PSStyle.Reset)    Bucket            Bucket acme-audit lies in us-east-1."
        $lines.Where({ $_.StartsWith("$($PSStyle.Foreground.Red)Fail") -and $_ -like '*Logging *' }).Count | Should -Be 1
        $lines.Where({ $_.StartsWith("$($PSStyle.Foreground.Yellow)Warning") -and $_ -like '*Tags *' }).Count | Should -Be 1
        $lines.Where({ $_.StartsWith("$($PSStyle.Foreground.BrightBlack)Unknown") -and $_ -like '*Coverage *' }).Count | Should -Be 1
    }

    It 'sums up in one line' {
        Stop-OrgTrailLogging acme -Confirm:$false | Out-Null

        $summary = Test-OrgTrail acme -Check Logging, Bucket*, Tags -Summary

        $summary.Healthy | Should -BeFalse
        $summary.FailedChecks | Should -Be Logging
        "$summary" | Should -Be 'acme: 3 passed, 1 failed (Logging), 1 warning (Tags)'
        ($summary | Out-String).Trim() | Should -Be 'acme: 3 passed, 1 failed (Logging), 1 warning (Tags)'
        ($summary | Test-OrgTrail -Check Bucket).Verdict | Should -Be Pass
    }

    It 'becomes JSON and CSV that others can read' {
        $results = Test-OrgTrail acme -Check Logging, BucketPolicy, Tags

        $json = $results | ConvertTo-Json -Depth 5 -EnumsAsStrings -WarningVariable lost | ConvertFrom-Json
        $lost | Should -BeNullOrEmpty
        $json.Verdict | Should -Be Pass, Pass, Warning
        $json[0].Controls | Should -Be 'Security Hub CloudTrail.3', 'CIS v3.0.0 3.1', 'CIS v5.0.0 3.1'
        $json[0].PSObject.Properties.Name | Should -Not -Contain Session

        $csv = $results | ConvertTo-Csv | ConvertFrom-Csv
        $csv[0].Controls | Should -Be 'Security Hub CloudTrail.3; CIS v3.0.0 3.1; CIS v5.0.0 3.1'
        $csv[2].Remedy | Should -BeLike "aws cloudtrail add-tags --resource-id $arn *"
        $results[0].Controls[-1] | Should -Be 'CIS v5.0.0 3.1'
    }

    It 'ends a job in CI with the exit code of the help''s example' {
        $job = "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; $((Get-Help Test-OrgTrail).examples.example.code -like '*exit 1*')"

        pwsh -NoProfile -NonInteractive -Command $job
        $LASTEXITCODE | Should -Be 0
        Stop-OrgTrailLogging acme -Confirm:$false | Out-Null
        pwsh -NoProfile -NonInteractive -Command $job
        $LASTEXITCODE | Should -Be 1
    }

    It 'ends a job in CI with an error when <name>, instead of finding nothing wrong' -ForEach @(
        @{ Name = 'there is no such trail'; Break = { Remove-OrgTrail acme -Confirm:$false } }
        @{ Name = 'the credentials see nothing'; Break = { Add-SandboxFault @{ Kind = 'AccessDenied'; Service = 'cloudtrail'; Operation = 'GetTrailStatus' } } }
    ) {
        $job = "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; $((Get-Help Test-OrgTrail).examples.example.code -like '*exit 1*')"
        & $Break

        pwsh -NoProfile -NonInteractive -Command $job *> $null
        $LASTEXITCODE | Should -Be 1
    }

    It 'works in a member account, and says what cannot be seen from there' {
        $member = As $sandbox.Accounts[1]

        $results = Test-OrgTrail @member

        $results | Select-Id Fail | Should -BeNullOrEmpty
        $results | Select-Id Unknown | Should -Be CallerRole, TrustedAccess, ServiceLinkedRole, LogDelivery, DigestDelivery, Bucket, BucketOwner, BucketPolicy, PublicAccess, TlsOnly, Versioning, AccessLogging, Coverage
        $results.Where({ $_.CheckId -eq 'Versioning' }).Remedy | Should -Be 'Allow the caller s3:GetBucketVersioning, or run the command with credentials of the account that owns bucket acme-audit.'
    }

    It 'works in a delegated administrator' {
        Register-OrgTrailDelegatedAdmin $sandbox.Accounts[1] | Out-Null
        $administrator = As $sandbox.Accounts[1]

        Test-OrgTrail -Check CallerRole, TrustedAccess, Logging, DuplicateTrails, ManagementEvents @administrator | Select-Id Pass |
            Should -Be CallerRole, TrustedAccess, DuplicateTrails, Logging, ManagementEvents
    }

    It 'leaves one bad input to itself' {
        $results = 'none', 'acme' | Test-OrgTrail -Check Logging -ErrorVariable failure -ErrorAction SilentlyContinue

        $results.TrailName | Should -Be acme
        $failure.Count | Should -Be 1
    }
}

Describe 'A remedy' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3
        New-HealthyTrail | Out-Null
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'mends, pasted as it is: <name>' -ForEach @(
        @{ Name = 'logging stopped'; Check = 'Logging'; Break = { Stop-OrgTrailLogging acme -Confirm:$false } }
        @{ Name = 'one Region only'; Check = 'MultiRegion'; Break = { Set-OrgTrail acme -IsMultiRegionTrail $false } }
        @{ Name = 'validation off'; Check = 'LogFileValidation'; Break = { Set-OrgTrail acme -EnableLogFileValidation $false } }
        @{ Name = 'an account trail'; Check = 'OrganizationTrail'; Break = { Set-OrgTrail acme -IsOrganizationTrail $false } }
        @{ Name = 'trusted access disabled'; Check = 'TrustedAccess'; Break = { Disable-OrgTrustedAccess -Confirm:$false } }
        @{ Name = 'trusted access disabled, seen from the trail'; Check = 'OrganizationTrail'; Break = { Disable-OrgTrustedAccess -Confirm:$false } }
        @{ Name = 'a second trail'; Check = 'DuplicateTrails'; Break = { New-OrgTrailBucketPolicy acme-audit second | Set-OrgTrailBucketPolicy | New-OrgTrail -WarningAction Ignore } }
        @{ Name = 'writes only'; Check = 'ManagementEvents'; Break = { Set-OrgTrailEventSelector acme -EventSelector @{ ReadWriteType = 'WriteOnly' } } }
        @{ Name = 'KMS left out beside data events'; Check = 'ManagementEvents'; Break = { Set-OrgTrailEventSelector acme -EventSelector @{ ExcludeManagementEventSources = 'kms.amazonaws.com'; DataResources = @{ Type = 'AWS::S3::Object'; Values = 'arn:aws:s3:::it''s/' } } } }
        @{ Name = 'data events only'; Check = 'ManagementEvents'; Break = { Set-OrgTrailEventSelector acme -AdvancedEventSelector @{ FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Data' }, @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' } } } }
        @{ Name = 'reads only, by an advanced selector'; Check = 'ManagementEvents'; Break = { Set-OrgTrailEventSelector acme -AdvancedEventSelector @{ FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }, @{ Field = 'readOnly'; Equals = 'true' } } } }
        @{ Name = 'no bucket policy'; Check = 'BucketPolicy'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Policy = $null } } }
        @{ Name = 'plain HTTP let in'; Check = 'TlsOnly'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Policy = $null } } }
        @{ Name = 'no versions'; Check = 'Versioning'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Versioning = $null } } }
        @{ Name = 'versions suspended'; Check = 'Versioning'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Versioning = 'Suspended' } } }
        @{ Name = 'public access not blocked'; Check = 'PublicAccess'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].PublicAccessBlock = $null } } }
        @{ Name = 'public access half blocked'; Check = 'PublicAccess'; Break = { Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].PublicAccessBlock.BlockPublicPolicy = $false } } }
        @{ Name = 'no bucket'; Check = 'Bucket'; Break = { Edit-Sandbox { $args[0].S3.Buckets.Remove('acme-audit') } } }
    ) {
        & $Break 3>$null | Out-Null
        $broken = Test-OrgTrail $arn -Check $Check
        $broken.Verdict | Should -BeIn Fail, Warning

        $remedy = $broken.Remedy.Replace('Remove-OrgTrail', 'Remove-OrgTrail -Confirm:$false').Replace('<ARN of the trail to do without>', 'second')
        Invoke-Expression $remedy 3>$null | Out-Null

        (Test-OrgTrail $arn -Check $Check).Verdict | Should -Be Pass
    }

    It 'takes the place of selectors that record some management events only' {
        Set-OrgTrailEventSelector acme -AdvancedEventSelector @(
            @{ FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }, @{ Field = 'readOnly'; Equals = 'true' } }
            @{ Name = 'Ledger'; FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Data' }, @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' } }
        ) 3>$null | Out-Null

        Invoke-Expression (Test-OrgTrail acme -Check ManagementEvents).Remedy | Out-Null

        (Get-OrgTrailEventSelector acme).Advanced.Name | Should -Be 'Management events selector', 'Ledger'
    }

    It 'moves a trail out of an opt-in home Region with all that it records, and leaves it alone when that fails' {
        Stop-OrgTrailSandbox
        $sandbox = Start-OrgTrailSandbox -Account 3 -Region us-east-1, eu-central-2
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme -HomeRegion eu-central-2 | New-OrgTrail -StartLogging 3>$null | Out-Null
        Set-OrgTrailEventSelector acme -EventSelector @{ DataResources = @{ Type = 'AWS::S3::Object'; Values = 'arn:aws:s3' } } | Out-Null
        $remedy = (Test-OrgTrail acme -Check HomeRegion).Remedy.Replace('Remove-OrgTrail', 'Remove-OrgTrail -Confirm:$false')

        Add-SandboxFault @{ Kind = 'AccessDenied'; Service = 'cloudtrail'; Operation = 'CreateTrail'; Times = 1 }
        try { Invoke-Expression $remedy 2> $null | Out-Null } catch { $_.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*' }
        (Get-OrgTrail).HomeRegion | Should -Be eu-central-2

        Invoke-Expression $remedy | Out-Null
        (Get-OrgTrail).TrailARN | Should -Be $arn
        (Get-OrgTrailStatus $arn).IsLogging | Should -BeTrue
        (Get-OrgTrailEventSelector $arn).Basic.DataResources.Values | Should -Be 'arn:aws:s3'
    }

    It 'keeps the data events that are recorded' {
        Set-OrgTrailEventSelector acme -AdvancedEventSelector @{ Name = 'Ledger'; FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Data' }, @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' } } 3>$null | Out-Null

        Invoke-Expression (Test-OrgTrail acme -Check ManagementEvents).Remedy | Out-Null

        (Get-OrgTrailEventSelector acme).Advanced.Name | Should -Be 'Management events selector', 'Ledger'
    }

    It 'mends by the AWS CLI: <name>' -ForEach @(
        @{ Name = 'the role is gone'; Check = 'ServiceLinkedRole'; Break = { $args[0].Iam.Roles = @($args[0].Iam.Roles | Where-Object Name -NE AWSServiceRoleForCloudTrail) } }
        @{ Name = 'the key is disabled'; Check = 'KeyState'; Break = { $args[0].Kms.Keys[0].KeyState = 'Disabled' } }
        @{ Name = 'the key is about to be deleted'; Check = 'KeyState'; Break = { $args[0].Kms.Keys[0].KeyState = 'PendingDeletion' } }
        @{ Name = 'the key is not rotated'; Check = 'KeyRotation'; Break = { } }
        @{ Name = 'the key''s policy lacks CloudTrail'; Check = 'KeyPolicy'; Break = { $args[0].Kms.Keys[0].Policy = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"kms:*","Resource":"*"}}' } }
        @{ Name = 'no tags'; Check = 'Tags'; Break = { } }
    ) {
        Skip-WithoutAwsCli
        $policy = New-OrgTrailKeyPolicy acme -ManagementAccountId 111111111111 -HomeRegion us-east-1
        $key = (Invoke-SandboxAws kms CreateKey @{ Policy = $policy.Policy }).KeyMetadata.Arn
        Set-OrgTrail acme -KmsKeyId $key | Out-Null
        Edit-Sandbox $Break
        $broken = Test-OrgTrail acme -Check $Check
        $broken.Verdict | Should -BeIn Fail, Warning

        Invoke-Expression $broken.Remedy.Replace('<team>', 'security') | Out-Null

        (Test-OrgTrail acme -Check $Check).Verdict | Should -Be Pass
    }

    It 'mends the policy of a topic, and leaves it alone when it cannot be read' {
        Skip-WithoutAwsCli
        $topic = (Invoke-AwsCli sns create-topic --name acme --region us-east-1).TopicArn
        $status = [OrgTrail.TrailStatus]@{ Name = 'acme'; TrailARN = $arn; HomeRegion = 'us-east-1'; IsLogging = $true; LatestNotificationError = 'AuthorizationError' }
        $remedy = $status.Problems[0].Advice.Replace('<ARN of the topic>', $topic)
        $policy = { (Invoke-AwsCli sns get-topic-attributes --topic-arn $topic --region us-east-1).Attributes.Policy }
        $owned = & $policy

        Add-SandboxFault @{ Kind = 'AccessDenied'; Service = 'sns'; Operation = 'GetTopicAttributes'; Times = 1 }
        Invoke-Expression $remedy 2> $null | Out-Null
        & $policy | Should -Be $owned

        Invoke-Expression $remedy | Out-Null
        (& $policy | ConvertFrom-Json).Statement.Sid | Should -Be __default_statement_ID, AWSCloudTrailSNSPolicy20131101
    }
}

Describe 'Get-OrgTrailStatus' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3
        New-HealthyTrail | Out-Null
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'shows the errors of deliveries also in a narrow window' {
        Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Policy = $null }

        Get-OrgTrailStatus acme | Out-String -Width 80 | Should -BeLike '*AccessDenied*'
    }

    It 'explains the errors of deliveries, with what to do' {
        (Get-OrgTrailStatus acme).Problems | Should -BeNullOrEmpty
        Edit-Sandbox { $args[0].S3.Buckets['acme-audit'].Policy = $null }

        $status = Get-OrgTrailStatus acme

        $status.LatestDeliveryError | Should -Be AccessDenied
        $status.Problems.ErrorCode | Should -Be AccessDenied, AccessDenied
        $status.Problems[0].What | Should -BeLike 'Amazon S3 refuses log files: the policy of the bucket*'
        $status.Problems[0].Advice | Should -BeLike "*Test-OrgTrail -Trail $arn *"
        ($status | Test-OrgTrail -Check LogDelivery).Observed | Should -Be "$($status.Problems[0])"
    }
}
