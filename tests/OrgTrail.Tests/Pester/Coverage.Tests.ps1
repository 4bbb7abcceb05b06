<#
The check Coverage in a real pwsh: accounts and Regions from which nothing comes, and those of which nothing must come.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    function Edit-Account ($Index, [scriptblock] $Change) {
        $state = Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/state" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } | ConvertTo-Json -Depth 99 | ConvertFrom-Json -AsHashtable -DateKind String
        foreach ($account in $state.Organizations.Organization.Accounts[$Index]) { & $Change $account }
        Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/state" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' } -Method Put -ContentType application/json -Body (ConvertTo-Json $state -Depth 99) | Out-Null
    }

    function Test-Coverage { Test-OrgTrail acme -Check Coverage }
}

Describe 'Coverage' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 4 -Region us-east-1, eu-west-1, eu-central-2
        Enable-OrgTrustedAccess | New-OrgTrailBucket acme-audit acme | New-OrgTrail -StartLogging | Out-Null
        Edit-Account (0..3) { $args[0].JoinedTimestamp = '2020-01-01T00:00:00+00:00' }
        $sandbox.Advance('04:00')
    }
    AfterEach { Stop-OrgTrailSandbox }

    It 'passes when every account delivered from every Region, those opted in to among them' {
        $result = Test-Coverage

        $result.Verdict | Should -Be Pass
        $result.Observed | Should -Be 'All 4 accounts delivered from eu-central-2, eu-west-1, us-east-1 in the last 3 hours.'
        $result.Details | Should -BeNullOrEmpty
    }

    It 'fails for an account that fell silent, and says since when' {
        Edit-Account 2 { $args[0].DisabledRegions = @('us-east-1') }
        $sandbox.Advance('06:00')

        $result = Test-Coverage

        $result.Verdict | Should -Be Fail
        $result.Details.AccountId | Should -Be 333333333333
        $result.Details.Regions | Should -Be eu-central-2, eu-west-1, us-east-1
        $result.Observed | Should -Be '1 of 4 accounts delivered nothing from some Region for 3 hours: 333333333333 (audit) from eu-central-2, eu-west-1, us-east-1 for 7 hours.'
        ([datetimeoffset]::UtcNow.AddHours(4) - $result.Details.LastDelivery).TotalHours | Should -BeLessThan 1.6
        $result.Remedy | Should -Be 'Get-OrgTrailStatus -Trail arn:aws:cloudtrail:us-east-1:111111111111:trail/acme -ProfileName <profile of account 333333333333>'
    }

    It 'warns of a Region that one account may have disabled' {
        Edit-Account 1 { $args[0].DisabledRegions = @('eu-central-2') }
        $sandbox.Advance('04:00')

        $result = Test-Coverage

        $result.Verdict | Should -Be Warning
        "$($result.Details)" | Should -Be '222222222222 (log-archive): nothing from eu-central-2'
        ($result | ConvertTo-Json -Depth 5 | ConvertFrom-Json).Details[0].Regions | Should -Be eu-central-2
        ($result | ConvertTo-Csv | ConvertFrom-Csv).Details | Should -Be '222222222222 (log-archive): nothing from eu-central-2'
    }

    It 'explains new and suspended accounts' {
        Edit-Account 1 { $args[0].DisabledRegions = @('us-east-1'); $args[0].State = 'SUSPENDED' }
        Edit-Account 2 { $args[0].DisabledRegions = @('us-east-1'); $args[0].JoinedTimestamp = [datetimeoffset]::UtcNow.ToString('o') }
        $sandbox.Advance('04:00')

        $result = Test-Coverage

        $result.Verdict | Should -Be Pass
        $result.Observed | Should -Be '2 of 3 accounts delivered from eu-central-2, eu-west-1, us-east-1 in the last 3 hours; 1 account joined less than a day ago; 1 account is not due, being SUSPENDED.'
        $result.Details.Explanation | Should -Be 'it joined the organization 8 hours ago', 'its state is SUSPENDED'
    }

    It 'takes no digest of another trail in the same bucket for its own' {
        New-OrgTrailBucketPolicy acme-audit second | Set-OrgTrailBucketPolicy | New-OrgTrail -StartLogging | Out-Null
        Stop-OrgTrailLogging acme -Confirm:$false | Out-Null
        $sandbox.Advance('05:00')
        Start-OrgTrailLogging acme | Out-Null
        (Test-Coverage).Observed | Should -BeLike '0 of 4 accounts have delivered from every Region so far: logging started *'

        Test-OrgTrail second -Check Coverage | Select-Object -ExpandProperty Verdict | Should -Be Pass
    }

    It 'knows a bucket with a prefix' {
        New-OrgTrailBucketPolicy acme-audit acme -S3KeyPrefix logs/audit | Set-OrgTrailBucketPolicy | Out-Null
        Set-OrgTrail acme -S3KeyPrefix logs/audit | Out-Null
        $sandbox.Advance('04:00')

        (Test-Coverage).Verdict | Should -Be Pass
    }

    It 'shows how far it has come' {
        $shell = [powershell]::Create()
        $shell.AddScript("Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; Test-OrgTrail acme -Check Coverage -EndpointUrl $($sandbox.Endpoint)").Invoke() | Out-Null

        $steps = $shell.Streams.Progress
        $steps.Activity | Select-Object -Unique | Should -Be 'Coverage of acme'
        $steps.StatusDescription | Should -Contain '4 of 4 accounts'
        $steps.StatusDescription | Should -Contain '12 of 12 Regions of accounts'
        $steps.PercentComplete | Should -Contain 50
        $steps[-1].RecordType | Should -Be Completed
    }
}
