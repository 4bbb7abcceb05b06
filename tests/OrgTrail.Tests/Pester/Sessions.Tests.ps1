<#
An object carries the connection that made it, and the next cmdlet goes on with it. Two sandboxes: $here is what the
connection names, $there is where the session leads by itself. No cmdlet may ever call $there. The cmdlets are found, not
listed: one that is new fails here until the suite is told how to call it.
#>
BeforeDiscovery {
    . $PSScriptRoot/Support.ps1
    $connected = Get-Command -Module OrgTrail | Where-Object { [OrgTrail.Connection.ConnectedCmdlet].IsAssignableFrom($_.ImplementingType) }
    $cmdlets = $connected | ForEach-Object { @{ Name = $_.Name } }
    $changing = $connected | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object { @{ Name = $_.Name } }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Loaded when a sandbox starts, and none has.
    Add-Type -Path "$((Get-Module OrgTrail).ModuleBase)/OrgTrail.Sandbox.dll"
    $here, $there = 1..2 | ForEach-Object { [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]::new()) }
    $env:AWS_ENDPOINT_URL = $there.Endpoint
    $connection = @{ AccessKey = '111111111111'; SecretKey = 'any'; Region = 'us-east-1'; EndpointUrl = $here.Endpoint }
    $organization = Enable-OrgTrustedAccess @connection -Confirm:$false
    $ids = @{ OrganizationId = $organization.OrganizationId; ManagementAccountId = '111111111111'; HomeRegion = 'us-east-1' }

    # What a cmdlet needs beside its connection.
    $needs = @{
        'Deploy-OrgTrail' = @{ Name = 'acme'; S3BucketName = 'acme-audit'; CreateBucket = $true }
        'Disable-OrgTrustedAccess' = @{}
        'Enable-OrgAllFeatures' = @{}
        'Enable-OrgTrustedAccess' = @{}
        'Export-OrgTrailEvidence' = @{ Trail = 'acme'; DestinationPath = "$TestDrive/none.zip" }
        'Get-OrgTrail' = @{}
        'Get-OrgTrailBucketPolicy' = @{ BucketName = 'acme-audit' }
        'Get-OrgTrailDelegatedAdmin' = @{}
        'Get-OrgTrailEventSelector' = @{ Trail = 'acme' }
        'Get-OrgTrailInsightSelector' = @{ Trail = 'acme' }
        'Get-OrgTrailStatus' = @{ Trail = 'acme' }
        'Get-OrgTrustedAccess' = @{}
        'New-OrgTrail' = @{ Name = 'acme'; S3BucketName = 'acme-audit' }
        'New-OrgTrailBucket' = @{ BucketName = 'acme-audit' }
        'New-OrgTrailBucketPolicy' = @{ BucketName = 'acme-audit'; TrailName = 'acme' }
        'New-OrgTrailKeyPolicy' = @{ TrailName = 'acme' }
        'New-OrgTrailTopicPolicy' = @{ TopicArn = 'arn:aws:sns:us-east-1:111111111111:trails'; TrailName = 'acme' }
        'Register-OrgTrailDelegatedAdmin' = @{ AccountId = '222222222222' }
        'Remove-OrgTrail' = @{ Trail = 'acme' }
        'Set-OrgTrail' = @{ Trail = 'acme'; EnableLogFileValidation = $true }
        'Set-OrgTrailBucketPolicy' = @{ BucketName = 'acme-audit'; Policy = '{"Version":"2012-10-17","Statement":[]}' }
        'Set-OrgTrailEventSelector' = @{ Trail = 'acme'; EventSelector = @{ ReadWriteType = 'WriteOnly' } }
        'Set-OrgTrailInsightSelector' = @{ Trail = 'acme'; InsightSelector = 'ApiCallRateInsight' }
        'Start-OrgTrailLogging' = @{ Trail = 'acme' }
        'Stop-OrgTrailLogging' = @{ Trail = 'acme' }
        'Test-OrgTrail' = @{ Trail = 'acme'; Check = 'Logging' }
        'Test-OrgTrailBucketPolicy' = @{ BucketName = 'acme-audit'; TrailName = 'acme'; Policy = '{"Version":"2012-10-17","Statement":[]}' }
        'Test-OrgTrailKeyPolicy' = @{ TrailName = 'acme'; Policy = '{"Version":"2012-10-17","Statement":[]}' }
        'Test-OrgTrailLogIntegrity' = @{ Trail = 'acme' }
        'Unregister-OrgTrailDelegatedAdmin' = @{ AccountId = '222222222222' }
    }
    # What comes down the pipeline in a user's hands is not given beside it.
    $piped = 'Trail', 'Policy', 'AccountId'

    function Get-Session ($Item) {
        [OrgTrail.Connection.CloudObject].GetProperty('Session', [Reflection.BindingFlags] 'Instance, NonPublic').GetValue($Item)
    }

    function Get-Switches ($Name) {
        if ((Get-Command $Name).Parameters.ContainsKey('WhatIf')) { @{ Confirm = $false } } else { @{} }
    }

    # Whether a cmdlet has a parameter, beside those of the connection, that binds from the objects of cmdlets.
    function Test-TakesObject ($Name) {
        $connecting = [OrgTrail.Connection.ConnectedCmdlet].GetProperties([Reflection.BindingFlags] 'Instance, Public, DeclaredOnly').Name
        $null -ne (Get-Command $Name).Parameters.Values.Where({
                $_.Name -notin $connecting -and $_.Name -ne 'Path' -and ($_.Attributes.ValueFromPipeline -contains $true -or $_.Attributes.ValueFromPipelineByPropertyName -contains $true)
            }, 'First')[0]
    }

    # An object of each type that the cmdlets emit, made $here.
    Deploy-OrgTrail acme acme-audit -CreateBucket @connection -Confirm:$false -WarningAction SilentlyContinue | Out-Null
    $made = @(
        Get-OrgTrustedAccess @connection
        Enable-OrgAllFeatures @connection -Confirm:$false
        New-OrgTrailBucketPolicy acme-audit acme @ids @connection
        Get-OrgTrailBucketPolicy acme-audit @connection
        New-OrgTrailKeyPolicy acme -ManagementAccountId 111111111111 -HomeRegion us-east-1 @connection
        New-OrgTrailTopicPolicy arn:aws:sns:us-east-1:111111111111:trails acme -ManagementAccountId 111111111111 -HomeRegion us-east-1 @connection
        New-OrgTrailBucket acme-audit @connection -Confirm:$false
        Get-OrgTrail acme @connection
        Get-OrgTrailStatus acme @connection
        Get-OrgTrailEventSelector acme @connection
        Get-OrgTrailInsightSelector acme @connection
        Register-OrgTrailDelegatedAdmin 222222222222 @connection -Confirm:$false
        Deploy-OrgTrail acme acme-audit @connection -Confirm:$false
        Test-OrgTrail acme -Check Logging @connection
        Test-OrgTrail acme -Check Logging -Summary @connection
        Test-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme @ids -Policy '{"Version":"2012-10-17","Statement":[]}' @connection
        Test-OrgTrailKeyPolicy -TrailName acme @ids -Policy '{"Version":"2012-10-17","Statement":[]}' @connection
        Test-OrgTrailLogIntegrity acme @connection
        Test-OrgTrailLogIntegrity acme -Summary @connection
    )
}

AfterAll {
    $here.Dispose()
    $there.Dispose()
    Remove-Item Env:AWS_ENDPOINT_URL
}

Describe 'The object of a cmdlet' {
    It 'is of each type that cmdlets emit' {
        $types = Get-Command -Module OrgTrail | Where-Object { [OrgTrail.Connection.ConnectedCmdlet].IsAssignableFrom($_.ImplementingType) } |
            ForEach-Object { $_.OutputType.Type } | Where-Object { $_ -ne [void] } | Sort-Object FullName -Unique

        $types | Where-Object { -not [OrgTrail.Connection.CloudObject].IsAssignableFrom($_) } | Should -BeNullOrEmpty
        $types | Where-Object { $_ -notin $made.ForEach{ $_.GetType() } } | Should -BeNullOrEmpty
    }

    It 'has the connection that was named' {
        foreach ($item in $made) { (Get-Session $item).Options.EndpointUrl | Should -Be $here.Endpoint -Because $item.GetType() }
        $there.Calls | Should -Be 0
    }

    It 'has it with <Name>, from the command line' -ForEach $cmdlets {
        $needs.Keys | Should -Contain $Name -Because 'this suite must know how to call each cmdlet'
        $arguments = $needs[$Name]
        $switches = Get-Switches $Name
        if ($switches.Count -and $Name -notlike 'New-*') { $switches = @{ WhatIf = $true } }

        $emitted = & $Name @arguments @connection @switches -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        foreach ($item in $emitted) { (Get-Session $item).Options.EndpointUrl | Should -Be $here.Endpoint }
        $there.Calls | Should -Be 0
    }

    It 'leads <Name> to where it was made, whatever it is' -ForEach $cmdlets {
        $arguments = @{}
        foreach ($need in $needs[$Name].GetEnumerator().Where{ $_.Key -notin $piped }) { $arguments[$need.Key] = $need.Value }
        $switches = if ((Get-Command $Name).Parameters.ContainsKey('WhatIf')) { @{ WhatIf = $true } } else { @{} }
        $before = $here.Calls

        foreach ($item in $made) {
            # Not every object is meant for every cmdlet; which are, the other suites say.
            try { $item | & $Name @arguments @switches -ErrorAction SilentlyContinue -WarningAction SilentlyContinue 6>$null | Out-Null } catch { }
            $there.Calls | Should -Be 0 -Because "$($item.GetType()) was made elsewhere"
        }

        # Some take no object of ours, some need AWS for nothing that these objects lack.
        if ((Test-TakesObject $Name) -and $Name -notlike 'Test-*Policy' -and $Name -notlike 'New-*TopicPolicy') { $here.Calls | Should -BeGreaterThan $before }
    }

    It 'that is a copy leads <Name> nowhere' -ForEach $changing {
        $arguments = @{}
        foreach ($need in $needs[$Name].GetEnumerator().Where{ $_.Key -notin $piped }) { $arguments[$need.Key] = $need.Value }
        $calls = $here.Calls

        foreach ($copy in ($made | ForEach-Object { $_ | Select-Object * }), [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($made))) {
            foreach ($item in $copy) {
                $failure = try { $item | & $Name @arguments -Confirm:$false 2>&1 3>$null } catch { $_ }
                "$($failure.FullyQualifiedErrorId)" | Should -Match '^(ConnectionLost|InputObjectNotBound|InputObjectMissingMandatory|ParameterArgument|CannotConvert|ParameterBinding|AmbiguousParameter|UnboundParameter|MissingMandatory)' -Because $item.PSTypeNames[0]
            }
        }

        $there.Calls | Should -Be 0
        $here.Calls | Should -Be $calls
    }
}

Describe 'The connection of an object' {
    It 'is kept also when the object was built without AWS' {
        $policy = New-OrgTrailBucketPolicy acme-audit other @ids @connection
        $policy | Set-OrgTrailBucketPolicy -Confirm:$false | Out-Null

        (Get-OrgTrailBucketPolicy acme-audit @connection).Policy | Should -BeLike '*trail/other*'
        $there.Calls | Should -Be 0
    }

    It 'comes through a policy that another is merged into' {
        $item = New-OrgTrailBucketPolicy acme-audit third @ids -InputObject $made[2]

        (Get-Session $item).Options.EndpointUrl | Should -Be $here.Endpoint
    }

    It 'is not invented: what was built without any has none' {
        Get-Session (New-OrgTrailBucketPolicy acme-audit acme @ids) | Should -BeNullOrEmpty
    }

    It 'gives way to an endpoint that is named, with the credentials that came along' {
        $elsewhere = [OrgTrail.Testing.ScriptedAws]::new()
        try {
            $elsewhere.On('CloudTrail', 'GetTrailStatus').Answers('{"IsLogging":true}') | Out-Null

            $status = Get-OrgTrail acme @connection | Get-OrgTrailStatus -EndpointUrl $elsewhere.Endpoint

            (Get-Session $status).Options.EndpointUrl | Should -Be $elsewhere.Endpoint
            $elsewhere.Calls[-1].AccessKey | Should -Be '111111111111'
        }
        finally {
            $elsewhere.Dispose()
        }
    }

    It 'is each one''s own in a list of several' {
        $second = [OrgTrail.Sandbox.SandboxServer]::Start([OrgTrail.Sandbox.SandboxOptions]::new())
        try {
            $other = $connection.Clone()
            $other.EndpointUrl = $second.Endpoint
            $trails = @(
                Get-OrgTrail acme @connection
                Deploy-OrgTrail acme acme-audit -CreateBucket @other -Confirm:$false -WarningAction SilentlyContinue
            )

            $endpoints = $trails | Get-OrgTrailStatus | ForEach-Object { (Get-Session $_).Options.EndpointUrl }

            $endpoints | Should -Be $here.Endpoint, $second.Endpoint
        }
        finally {
            $second.Dispose()
        }
    }

    It 'of a copy is asked for in words that help' {
        $failure = { Get-OrgTrail acme @connection | Select-Object * | Stop-OrgTrailLogging -Confirm:$false -ErrorAction Stop } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionLost,*'
        "$failure" | Should -BeLike '*copy of a Trail*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-ProfileName*'
        Get-OrgTrail acme @connection | Select-Object * | Stop-OrgTrailLogging -WhatIf @connection 6>$null
        $there.Calls | Should -Be 0
    }
}
