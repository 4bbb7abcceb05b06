BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'An error' {
    BeforeEach {
        $aws = New-ScriptedAws
        $env:AWS_ENDPOINT_URL = $aws.Endpoint
    }

    AfterEach {
        $aws.Dispose()
        Remove-Item Env:AWS_ENDPOINT_URL
    }

    It 'has a stable id, a category, the target, and advice' {
        $aws.On('CloudTrail', 'GetTrail').Fails('TrailNotFoundException', 'Unknown trail')
        $aws.On('CloudTrail', 'ListTrails').Answers('{"Trails":[]}')

        Get-OrgTrail acme -ErrorAction SilentlyContinue -ErrorVariable failure

        $failure | Should -HaveCount 1
        $failure.FullyQualifiedErrorId | Should -Be 'TrailNotFound,OrgTrail.Commands.GetOrgTrailCommand'
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($failure.TargetObject)" | Should -Be 'acme'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $failure.Exception.Problem.Id | Should -Be 'TrailNotFound'
    }

    It 'shows the code and the request id of the service' {
        $aws.On('Organizations', 'DescribeOrganization').Fails('AccessDeniedException', 'You may not do this.')

        $told = { Get-OrgTrustedAccess } | Should -Throw -PassThru

        "$told" | Should -BeLike '*AccessDeniedException, request id 00000000-*'
    }

    It 'ends the statement only when it must' {
        $aws.On('CloudTrail', 'GetTrail').Fails('TrailNotFoundException', 'Unknown trail')
        $aws.On('CloudTrail', 'ListTrails').Answers('{"Trails":[]}')

        'one', 'two' | Get-OrgTrail -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures | Should -HaveCount 2
    }

    It 'says what is wrong with a file: <Path> of <Command>' -ForEach @(
        foreach ($command in 'Test-OrgTrailBucketPolicy', 'Test-OrgTrailKeyPolicy', 'Deploy-OrgTrail') {
            @{ Command = $command; Path = 'TestDrive:/none.json'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
            @{ Command = $command; Path = 'TestDrive:/none/none.json'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
            @{ Command = $command; Path = 'TestDrive:/folder.json'; Id = 'FileUnreadable'; Category = 'InvalidArgument' }
        }
    ) {
        New-Item TestDrive:/folder.json -ItemType Directory -Force | Out-Null

        & $Command -Path $Path -ErrorAction SilentlyContinue -ErrorVariable failure

        $failure[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failure[0].CategoryInfo.Category | Should -Be $Category
        "$($failure[0])" | Should -BeLike "*$(Split-Path $Path -Leaf)*"
        $failure[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Path*'
        $aws.Calls | Should -BeNullOrEmpty
    }
}
