<#
What trails record: event selectors and insights, by OrgTrail's cmdlets against the sandbox. A write that must not be sent is
proven by denying it: the command succeeds all the same.
#>
BeforeAll {
    . $PSScriptRoot/Support.ps1
    . $PSScriptRoot/SandboxSupport.ps1

    $management = @{ Name = 'Management events selector'; FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' } }
    $writes = @{
        Name = 'Writes'
        FieldSelectors = @(
            @{ Field = 'eventCategory'; Equals = 'Data' }
            @{ Field = 'resources.type'; Equals = 'AWS::S3::Object' }
            @{ Field = 'readOnly'; Equals = $false }
            @{ Field = 'resources.ARN'; StartsWith = 'arn:aws:s3:::ledger/', 'arn:aws:s3:::books/' }
        )
    }
    $objects = @{ ReadWriteType = 'WriteOnly'; DataResources = @{ Type = 'AWS::S3::Object'; Values = 'arn:aws:s3:::ledger/' } }

    # What AWS itself has, without our own reading.
    function Get-Recorded ($Trail = 'acme') {
        Invoke-SandboxAws cloudtrail GetEventSelectors @{ TrailName = $Trail }
    }

    function Deny-Writing {
        'PutEventSelectors', 'PutInsightSelectors' | ForEach-Object { Add-SandboxFault @{ Kind = 'AccessDenied'; Operation = $_ } }
    }

    # What a command in a session of its own prints: the text of -WhatIf goes to the host alone.
    function Get-Shown ($Command) {
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1'; $Command" | Out-String
    }

    # Types such as AWS Tools has them, in no load context of ours.
    Add-Type -TypeDefinition @'
using System.Collections.Generic;
namespace Foreign
{
    public class Constant { public Constant(string value) { Value = value; } public string Value { get; } public override string ToString() { return Value; } }
    public class DataResource { public string Type { get; set; } public List<string> Values { get; set; } }
    public class EventSelector { public Constant ReadWriteType { get; set; } public bool? IncludeManagementEvents { get; set; } public List<DataResource> DataResources { get; set; } public List<string> ExcludeManagementEventSources { get; set; } }
    public class AdvancedFieldSelector { public string Field { get; set; } public new List<string> Equals { get; set; } public List<string> StartsWith { get; set; } }
    public class AdvancedEventSelector { public string Name { get; set; } public List<AdvancedFieldSelector> FieldSelectors { get; set; } }
    public class GetEventSelectorsResponse { public string TrailARN { get; set; } public List<EventSelector> EventSelectors { get; set; } public List<AdvancedEventSelector> AdvancedEventSelectors { get; set; } }
    public class InsightSelector { public Constant InsightType { get; set; } public List<string> EventCategories { get; set; } }
}
'@
}

Describe 'Event selectors' {
    BeforeEach {
        $sandbox = Start-OrgTrailSandbox -Account 3 -Bucket acme-audit
        Set-BeforeTheTrail | New-OrgTrail -StartLogging | Out-Null
        $arn = 'arn:aws:cloudtrail:us-east-1:111111111111:trail/acme'
    }
    AfterEach { Stop-OrgTrailSandbox }

    Context 'Get-OrgTrailEventSelector' {
        It 'shows what a trail records that nobody gave selectors' {
            $selectors = Get-OrgTrailEventSelector acme

            $selectors | Should -BeOfType OrgTrail.EventSelectors
            $selectors.TrailARN | Should -Be $arn
            $selectors.Basic | Should -BeNullOrEmpty
            $selectors.Advanced[0].Name | Should -Be 'Management events selector'
            $selectors.Advanced[0].FieldSelectors[0].Equals | Should -Be 'Management'
        }

        It 'shows basic ones, and takes trails from the pipeline' {
            Set-OrgTrailEventSelector acme $objects -WarningAction Ignore | Out-Null

            (Get-OrgTrail | Get-OrgTrailEventSelector).Basic[-1].DataResources[0].Values | Should -Be 'arn:aws:s3:::ledger/'
        }

        It 'has a view that says in a line what is recorded' {
            Get-OrgTrailEventSelector acme | Out-String -Width 200 | Should -Match "acme +Advanced +'Management events selector': eventCategory Equals Management"
        }
    }

    Context 'Set-OrgTrailEventSelector' {
        It 'takes hashtables, and a second run sends nothing' {
            $set = Set-OrgTrailEventSelector acme -AdvancedEventSelector $management, $writes

            $set.Advanced | Should -HaveCount 2
            $set.TrailARN | Should -Be $arn
            $recorded = (Get-Recorded).AdvancedEventSelectors[1]
            $recorded.FieldSelectors[2].Equals | Should -Be 'false'
            $recorded.FieldSelectors[3].StartsWith | Should -Be 'arn:aws:s3:::ledger/', 'arn:aws:s3:::books/'

            Deny-Writing
            (Set-OrgTrailEventSelector acme -AdvancedEventSelector $writes, $management).Advanced | Should -HaveCount 2
        }

        It 'takes JSON text as it is in a file, and objects made from it' {
            $json = ConvertTo-Json @($management, $writes) -Depth 5

            Set-OrgTrailEventSelector acme -AdvancedEventSelector $json | Out-Null
            (Get-Recorded).AdvancedEventSelectors | Should -HaveCount 2

            Deny-Writing
            Set-OrgTrailEventSelector acme -AdvancedEventSelector ($json | ConvertFrom-Json) | Out-Null
            Set-OrgTrailEventSelector acme -AdvancedEventSelector (ConvertTo-Json (Get-OrgTrailEventSelector acme).Advanced -Depth 5) | Out-Null
        }

        It 'takes objects of other modules by their members' {
            $foreign = [Foreign.EventSelector] @{
                ReadWriteType = [Foreign.Constant]::new('ReadOnly')
                IncludeManagementEvents = $true
                DataResources = [Foreign.DataResource[]] @([Foreign.DataResource] @{ Type = 'AWS::Lambda::Function'; Values = [string[]] 'arn:aws:lambda' })
            }

            Set-OrgTrailEventSelector acme -EventSelector $foreign -WarningAction Ignore | Out-Null

            $recorded = (Get-Recorded).EventSelectors
            $recorded.ReadWriteType | Should -Be ReadOnly
            $recorded.DataResources[0].Values | Should -Be arn:aws:lambda
        }

        It 'copies what another trail records' {
            Set-BeforeTheTrail other | New-OrgTrail -WarningAction Ignore | Out-Null
            Set-OrgTrailEventSelector acme -AdvancedEventSelector $management, $writes | Out-Null

            (Get-OrgTrailEventSelector acme | Set-OrgTrailEventSelector -Trail other).TrailARN | Should -BeLike '*/other'

            (Get-Recorded other).AdvancedEventSelectors.Name | Should -Be 'Management events selector', 'Writes'
        }

        It 'copies by the connection that the selectors were read with' {
            Set-BeforeTheTrail other | New-OrgTrail -WarningAction Ignore | Out-Null
            Set-OrgTrailEventSelector acme $objects -WarningAction Ignore | Out-Null
            $keys = As 111111111111
            Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY -ErrorAction Ignore

            Get-OrgTrailEventSelector acme @keys | Set-OrgTrailEventSelector -Trail other -WarningAction Ignore | Out-Null

            (Get-Recorded other).EventSelectors.ReadWriteType | Should -Be WriteOnly
        }

        It 'copies what an object of another module names, as Get-CTEventSelector gives it' {
            Set-BeforeTheTrail other | New-OrgTrail -WarningAction Ignore | Out-Null
            $field = [Foreign.AdvancedFieldSelector] @{ Field = 'eventCategory' }
            [Foreign.AdvancedFieldSelector].GetProperty('Equals', [Collections.Generic.List[string]]).SetValue($field, [Collections.Generic.List[string]] [string[]] 'Management')
            $answer = [Foreign.GetEventSelectorsResponse] @{
                TrailARN = $arn
                AdvancedEventSelectors = [Foreign.AdvancedEventSelector[]] @([Foreign.AdvancedEventSelector] @{ Name = 'all'; FieldSelectors = [Foreign.AdvancedFieldSelector[]] @($field) })
            }

            $answer | Set-OrgTrailEventSelector -Trail other | Out-Null
            $answer | Set-OrgTrailEventSelector | Out-Null

            (Get-Recorded other).AdvancedEventSelectors.Name | Should -Be all
            (Get-Recorded acme).AdvancedEventSelectors.Name | Should -Be all
        }

        It 'takes what another trail records as an argument, whatever its kind' {
            Set-BeforeTheTrail other | New-OrgTrail -WarningAction Ignore | Out-Null
            Set-OrgTrailEventSelector acme $objects -WarningAction Ignore | Out-Null

            Set-OrgTrailEventSelector other -AdvancedEventSelector (Get-OrgTrailEventSelector acme) -WarningAction Ignore | Out-Null

            (Get-Recorded other).EventSelectors.ReadWriteType | Should -Be WriteOnly
        }

        It 'shows each selector and each condition in a line' {
            Set-OrgTrailEventSelector acme -AdvancedEventSelector $management, $writes | Out-Null
            $advanced = (Get-OrgTrailEventSelector acme).Advanced

            $advanced | Out-String -Width 200 | Should -Match 'Writes +eventCategory Equals Data; resources.type Equals'
            $advanced[1].FieldSelectors | Out-String | Should -Match 'readOnly +Equals false'
        }

        It 'knows the default in both its forms' {
            Deny-Writing

            Set-OrgTrailEventSelector acme @{ ReadWriteType = 'All' } | Should -Not -BeNullOrEmpty
            Set-OrgTrailEventSelector acme -AdvancedEventSelector $management | Should -Not -BeNullOrEmpty
        }

        It 'warns when management events are no longer recorded, and of insights that lack them' {
            Set-OrgTrailInsightSelector acme ApiCallRateInsight | Out-Null

            Set-OrgTrailEventSelector acme @{ ReadWriteType = 'ReadOnly'; ExcludeManagementEventSources = 'kms.amazonaws.com' } -WarningVariable warned -WarningAction SilentlyContinue | Out-Null

            $warned[0] | Should -Be 'Trail acme will no longer record write management events and read management events of kms.amazonaws.com.'
            $warned[1] | Should -BeLike '*insights*ApiCallRateInsight*write management events*'
        }

        It 'warns of nothing when all that was recorded still is' {
            Set-OrgTrailEventSelector acme -AdvancedEventSelector $management, $writes -WarningVariable warned | Out-Null

            $warned | Should -BeNullOrEmpty
        }

        It 'shows the differences with -WhatIf, and sends no write' {
            Set-OrgTrailEventSelector acme -AdvancedEventSelector $management, $writes | Out-Null

            $shown = Get-Shown "Set-OrgTrailEventSelector acme -EventSelector @{ ReadWriteType = 'WriteOnly' } -WhatIf -WarningAction Ignore"

            $shown | Should -BeLike "*Set event selectors*$arn*add WriteOnly: management events*remove 'Management events selector'*remove 'Writes'*"
            (Get-Recorded).AdvancedEventSelectors | Should -HaveCount 2
        }

        It 'refuses everything that is wrong at once, before anything is sent: <What>' -ForEach @(
            @{ What = 'a member that there is not'; Given = @{ EventSelector = @{ ReadWriteTyp = 'All' } }; Says = "*EventSelector?0? has 'ReadWriteTyp'*perhaps ReadWriteType*" }
            @{ What = 'two broken rules'; Given = @{ EventSelector = @{ ReadWriteType = 'Write' }, @{ DataResources = @{ Type = 'AWS::SNS::Topic'; Values = 'x' } } }; Says = "*2 rules*EventSelector?0?: ReadWriteType*EventSelector?1?: *AWS::SNS::Topic*" }
            @{ What = 'both kinds'; Given = @{ EventSelector = @{}; AdvancedEventSelector = '{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}' }; Says = '*either the ones or the others*' }
            @{ What = 'none'; Given = @{ EventSelector = @() }; Says = '*at least one*' }
            @{ What = 'nothing at all'; Given = @{}; Says = '*at least one*' }
            @{ What = 'text that is no JSON'; Given = @{ EventSelector = '{' }; Says = '*no*JSON*' }
            @{ What = 'a thing that is no selector'; Given = @{ EventSelector = 5 }; Says = "*EventSelector?0? is '5'*" }
            @{ What = 'an object of the file system'; Given = @{ EventSelector = (Get-Item $PSScriptRoot) }; Says = '*is not valid JSON*' }
            @{ What = 'a file without -Raw'; Given = @{ AdvancedEventSelector = '[', '{}', ']' }; Says = '*is not valid JSON*' }
            @{ What = 'a field that is none'; Given = @{ AdvancedEventSelector = @{ Name = 'x'; FieldSelectors = @{ Field = 'eventCategory'; Equals = 'Management' }, @{ Field = 'eventName'; Equals = 'Put*' } } }; Says = "*AdvancedEventSelector?0? 'x': *wildcards*'eventName' is no field for Management*" }
        ) {
            $before = (Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/health" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' }).Calls

            Set-OrgTrailEventSelector acme @Given -ErrorVariable failure -ErrorAction SilentlyContinue

            $failure[0].FullyQualifiedErrorId | Should -BeLike 'InvalidEventSelectors,*'
            $failure[0].CategoryInfo.Category | Should -Be InvalidArgument
            "$($failure[0])" | Should -BeLike $Says
            (Invoke-RestMethod "$($sandbox.Endpoint)/_sandbox/health" -Headers @{ 'X-OrgTrail-Sandbox' = 'admin' }).Calls | Should -Be $before
        }

        It 'goes on with the next trail after one that does not exist' {
            'nowhere', 'acme' | Set-OrgTrailEventSelector -EventSelector $objects -WarningAction Ignore -ErrorVariable failure -ErrorAction SilentlyContinue | Out-Null

            $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be TrailNotFound
            (Get-Recorded).EventSelectors | Should -HaveCount 1
        }

        It 'sets what a trail of another Region records there' {
            New-OrgTrailBucketPolicy acme-audit abroad -HomeRegion eu-west-1 | Set-OrgTrailBucketPolicy | New-OrgTrail -WarningAction Ignore | Out-Null

            Set-OrgTrailEventSelector abroad $objects -WarningAction Ignore | Out-Null

            (Get-OrgTrailEventSelector abroad).Basic | Should -HaveCount 1
        }
    }

    Context 'Insights' {
        It 'are none at first, which is no error' {
            $insights = Get-OrgTrailInsightSelector acme

            $insights | Should -BeOfType OrgTrail.InsightSelectors
            $insights.TrailARN | Should -Be $arn
            $insights.Selectors | Should -BeNullOrEmpty
            $insights | Out-String | Should -BeLike '*acme*(none)*'
        }

        It 'go on and off; a second run sends nothing' {
            (Set-OrgTrailInsightSelector acme ApiCallRateInsight, ApiErrorRateInsight).Selectors.InsightType | Should -Be ApiCallRateInsight, ApiErrorRateInsight
            (Get-OrgTrail).HasInsightSelectors | Should -BeTrue

            Set-OrgTrailInsightSelector acme -None | Out-Null
            (Get-OrgTrailInsightSelector acme).Selectors | Should -BeNullOrEmpty

            Deny-Writing
            Set-OrgTrailInsightSelector acme -None | Should -Not -BeNullOrEmpty
            Set-OrgTrailInsightSelector acme -InsightSelector @() | Should -Not -BeNullOrEmpty
        }

        It 'are taken as hashtables, JSON, objects of other modules, and from another trail' {
            Set-BeforeTheTrail other | New-OrgTrail -WarningAction Ignore | Out-Null
            Set-OrgTrailInsightSelector acme -InsightSelector @{ InsightType = 'ApiErrorRateInsight' } | Out-Null
            (Get-OrgTrailInsightSelector acme | Set-OrgTrailInsightSelector -Trail other).TrailARN | Should -BeLike '*/other'

            Deny-Writing
            Set-OrgTrailInsightSelector acme -InsightSelector '[{"InsightType":"ApiErrorRateInsight","EventCategories":["Management"]}]' | Out-Null
            Set-OrgTrailInsightSelector other -InsightSelector ([Foreign.InsightSelector] @{ InsightType = [Foreign.Constant]::new('ApiErrorRateInsight') }) | Out-Null
        }

        It 'are refused before anything is changed: <What>' -ForEach @(
            @{ What = 'a type that there is not'; Given = @{ InsightType = 'ApiCallRate' }; Says = '*not one of ApiCallRateInsight, ApiErrorRateInsight*' }
            @{ What = 'insights of data events that are not recorded'; Given = @{ InsightSelector = @{ InsightType = 'ApiCallRateInsight'; EventCategories = 'Data' } }; Says = '*needs a trail that records data events*' }
            @{ What = 'nothing said'; Given = @{}; Says = '*Nothing says*' }
            @{ What = 'a contradiction'; Given = @{ InsightType = 'ApiCallRateInsight'; None = $true }; Says = '*-None*' }
            @{ What = 'a member that there is not'; Given = @{ InsightSelector = @{ Type = 'ApiCallRateInsight' } }; Says = "*has 'Type'*" }
        ) {
            Deny-Writing

            Set-OrgTrailInsightSelector acme @Given -ErrorVariable failure -ErrorAction SilentlyContinue

            $failure[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInsightSelectors,*'
            "$($failure[0])" | Should -BeLike $Says
        }

        It 'of the call rate need write management events' {
            Set-OrgTrailEventSelector acme @{ ReadWriteType = 'ReadOnly' } -WarningAction Ignore | Out-Null
            Deny-Writing

            Get-Refusal { Set-OrgTrailInsightSelector acme ApiCallRateInsight } | Should -Be InvalidInsightSelectors
        }

        It 'never go off because an object in the pipeline names the trail alone: <_>' -ForEach 'Hashtable', 'PSCustomObject', 'Trail' {
            Set-OrgTrailInsightSelector acme ApiErrorRateInsight | Out-Null
            $alone = switch ($_) {
                Hashtable { @{ TrailARN = $arn } }
                PSCustomObject { [pscustomobject] @{ TrailARN = $arn } }
                Trail { Get-OrgTrail acme }
            }

            Get-Refusal { $alone | Set-OrgTrailInsightSelector } | Should -Be InvalidInsightSelectors
            Get-Refusal { $alone | Set-OrgTrailEventSelector } | Should -Be InvalidEventSelectors

            (Get-OrgTrailInsightSelector acme).Selectors | Should -HaveCount 1
        }

        It 'are shown with -WhatIf, and nothing is sent' {
            Get-Shown 'Set-OrgTrailInsightSelector acme ApiErrorRateInsight -WhatIf' | Should -BeLike "*Set insight selectors*$arn*add ApiErrorRateInsight of Management events*"

            (Get-OrgTrailInsightSelector acme).Selectors | Should -BeNullOrEmpty
        }
    }
}
