BeforeAll {
    . $PSScriptRoot/Support.ps1

    $acme = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
    $settings = '{"Name":"acme","S3BucketName":"acme-audit","IsOrganizationTrail":true,"IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true,"EnableLogFileValidation":true}'

    function Get-SufficientPolicy ($TrailName = 'acme', $Region = 'us-east-1') {
        (New-OrgTrailBucketPolicy -BucketName acme-audit -TrailName $TrailName -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion $Region).Policy
    }
}

Describe 'Cmdlets of trails' {
    BeforeEach {
        $aws = (New-ScriptedAws).KeepTrails()
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterEach {
        $aws.Unexpected | Should -BeNullOrEmpty
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    Context 'New-OrgTrail' {
        BeforeEach { $aws.AddBucket('acme-audit', 'us-east-1', (Get-SufficientPolicy)) | Out-Null }

        It 'makes a multi-Region organization trail with log file validation, and warns that it does not log' {
            $trail = New-OrgTrail acme acme-audit -WarningVariable warned -WarningAction SilentlyContinue

            $trail | Should -BeOfType OrgTrail.Trail
            $trail.TrailARN | Should -Be $acme
            $trail.IsOrganizationTrail, $trail.IsMultiRegionTrail, $trail.LogFileValidationEnabled | Should -Be @($true, $true, $true)
            "$warned" | Should -BeLike '*Start-OrgTrailLogging*'
            $aws.Trails[$acme].IsLogging | Should -BeFalse
        }

        It 'starts logging with -StartLogging' {
            New-OrgTrail acme acme-audit -StartLogging -WarningVariable warned | Out-Null

            $warned | Should -BeNullOrEmpty
            $aws.Trails[$acme].IsLogging | Should -BeTrue
        }

        It 'sends straight away with -SkipPrerequisiteCheck' {
            New-OrgTrail acme acme-audit -SkipPrerequisiteCheck -WarningAction SilentlyContinue | Out-Null

            $aws.Calls.Operation | Should -Be @('CreateTrail')
        }

        It 'shows with -WhatIf what it would create, and creates nothing' {
            New-OrgTrail acme acme-audit -WhatIf | Should -BeNullOrEmpty

            $aws.Calls.Operation | Should -Not -Contain 'CreateTrail'
        }

        It 'leaves recursive logging to AWS unless it is given, and does not know it where AWS does not tell' {
            (New-OrgTrail acme acme-audit -WarningAction SilentlyContinue).RecursiveLogging | Should -Be $null
            (Set-OrgTrail acme -RecursiveLogging $false).RecursiveLogging | Should -BeFalse

            $aws.CallsOf('CloudTrail', 'CreateTrail')[0].Body.ToString() | Should -Not -BeLike '*RecursiveLogging*'
            Set-OrgTrail acme -RecursiveLogging $false | Out-Null
            $aws.CallsOf('CloudTrail', 'UpdateTrail').Count | Should -Be 1
        }

        It 'sends the tags' {
            New-OrgTrail acme acme-audit -Tag @{ Team = 'security' } -WarningAction SilentlyContinue | Out-Null

            $aws.CallsOf('CloudTrail', 'CreateTrail')[0].Body.GetProperty('TagsList')[0].ToString() | ConvertFrom-Json |
                ForEach-Object { "$($_.Key)=$($_.Value)" } | Should -Be 'Team=security'
        }
    }

    Context 'Get-OrgTrail' {
        BeforeEach {
            $aws.AddTrail($settings) | Out-Null
            $aws.AddTrail('{"Name":"local","S3BucketName":"acme-audit"}', 'eu-west-1') | Out-Null
        }

        It 'finds every organization trail with one listing' {
            (Get-OrgTrail).TrailARN | Should -Be $acme
            $aws.Calls.Operation | Sort-Object | Should -Be @('DescribeTrails', 'ListTrails')
        }

        It 'finds account trails too when asked' {
            (Get-OrgTrail -IncludeAccountTrail).Name | Sort-Object | Should -Be @('acme', 'local')
        }

        It 'finds by wildcard, whatever kind of trail it is' {
            (Get-OrgTrail lo*).Name | Should -Be 'local'
            Get-OrgTrail zz* | Should -BeNullOrEmpty
        }

        It 'reads by name with one call, and by ARN with one call in the home Region' {
            (Get-OrgTrail acme).TrailARN | Should -Be $acme
            (Get-OrgTrail arn:aws:cloudtrail:eu-west-1:111111111111:trail/local).Name | Should -Be 'local'

            $aws.Calls.Operation | Should -Be @('GetTrail', 'GetTrail')
            $aws.Calls.Region | Should -Be @('us-east-1', 'eu-west-1')
        }

        It 'finds a name whose home is another Region' {
            (Get-OrgTrail local).HomeRegion | Should -Be 'eu-west-1'
        }

        It 'takes names, trails and objects of AWS Tools from the pipeline' {
            $foreign = [pscustomobject]@{ TrailARN = $acme; Name = 'acme'; S3BucketName = 'x' }

            ('acme', (Get-OrgTrail acme), $foreign | Get-OrgTrail).TrailARN | Should -Be @($acme, $acme, $acme)
            ($foreign | Get-OrgTrailStatus).TrailARN | Should -Be $acme
        }

        It 'goes on after a trail that does not exist' {
            $found = 'acme', 'nowhere', 'local' | Get-OrgTrail -ErrorVariable failure -ErrorAction SilentlyContinue

            $found.Name | Should -Be @('acme', 'local')
            $failure | Should -HaveCount 1
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'TrailNotFound,*'
            $failure[0].TargetObject.ToString() | Should -Be 'nowhere'
            $failure[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        }
    }

    Context 'Set-OrgTrail' {
        BeforeEach {
            $aws.AddTrail($settings) | Out-Null
            $aws.AddBucket('acme-audit', 'us-east-1', (Get-SufficientPolicy)) | Out-Null
        }

        It 'sends only what is given and different' {
            $trail = Set-OrgTrail acme -IsMultiRegionTrail $true -EnableLogFileValidation $false

            $trail.LogFileValidationEnabled | Should -BeFalse
            $update = $aws.CallsOf('CloudTrail', 'UpdateTrail')
            $update | Should -HaveCount 1
            $update[0].Text | ConvertFrom-Json | ForEach-Object { $_.PSObject.Properties.Name } | Sort-Object | Should -Be @('EnableLogFileValidation', 'Name')
        }

        It 'sends nothing when all is so already, and emits the trail' {
            (Set-OrgTrail acme -IsMultiRegionTrail $true -IsOrganizationTrail $true).TrailARN | Should -Be $acme

            $aws.Calls.Operation | Should -Be @('GetTrail')
        }

        It 'converts an account trail to an organization trail and back' {
            (Set-OrgTrail acme -IsOrganizationTrail $false).IsOrganizationTrail | Should -BeFalse
            (Set-OrgTrail acme -IsOrganizationTrail $true).IsOrganizationTrail | Should -BeTrue
        }

        It 'changes a trail in its home Region, whatever the Region of the connection' {
            $aws.AddTrail('{"Name":"paris","S3BucketName":"acme-audit"}', 'eu-west-3') | Out-Null

            Set-OrgTrail paris -EnableLogFileValidation $true | Out-Null

            $aws.CallsOf('CloudTrail', 'UpdateTrail')[0].Region | Should -Be 'eu-west-3'
        }

        It 'shows the differences with -WhatIf and sends no write' {
            $shown = pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Set-OrgTrail acme -IsMultiRegionTrail `$false -WhatIf" | Out-String

            $shown | Should -BeLike '*trail/acme*IsMultiRegionTrail: True -> False*'
            $aws.Calls.Operation | Should -Not -Contain 'UpdateTrail'
        }
    }

    Context 'Start, stop, status and remove' {
        BeforeEach { $aws.AddTrail($settings) | Out-Null }

        It 'starts and stops logging, and emits the trail' {
            (Start-OrgTrailLogging acme).TrailARN | Should -Be $acme
            (Get-OrgTrailStatus acme).IsLogging | Should -BeTrue

            ('acme' | Stop-OrgTrailLogging -Confirm:$false).TrailARN | Should -Be $acme
            (Get-OrgTrail acme | Get-OrgTrailStatus).IsLogging | Should -BeFalse
        }

        It 'removes the trail and emits nothing' {
            Get-OrgTrail acme | Remove-OrgTrail -Confirm:$false | Should -BeNullOrEmpty

            $aws.Trails.Count | Should -Be 0
        }

        It 'sends no write with -WhatIf' {
            Start-OrgTrailLogging acme -WhatIf
            Stop-OrgTrailLogging acme -WhatIf
            Remove-OrgTrail acme -WhatIf

            $aws.Calls.Operation | Select-Object -Unique | Should -Be 'GetTrail'
        }

        It 'refuses ARNs that are malformed or lie in another partition, before anything is sent' {
            $bad = 'arn:aws:cloudtrail:us-east-1:1:trail/acme', 'arn:aws-cn:cloudtrail:cn-north-1:111111111111:trail/acme', 'a--b', ''

            $bad, $null | ForEach-Object { $_ } | Get-OrgTrailStatus -ErrorVariable failure -ErrorAction SilentlyContinue

            $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be @('InvalidTrailArn', 'TrailInOtherPartition', 'InvalidTrailName', 'InvalidTrailName', 'InvalidTrailName')
            $aws.Calls | Should -BeNullOrEmpty
        }
    }
}
