BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'The help' {
    It 'knows every cmdlet, with every parameter' {
        foreach ($command in Get-Command -Module OrgTrail) {
            $help = Get-Help $command -Full

            $help.Synopsis | Should -Not -Match ([regex]::Escape("$command [")) -Because 'that is the syntax, which Get-Help shows when there is no page'
            $help.Description.Text | Should -Not -BeNullOrEmpty
            $help.Examples.Example[0].Code | Should -BeLike "*$command*"

            $common = [Management.Automation.Cmdlet]::CommonParameters
            $hidden = $command.Parameters.Values.Where{ $_.Attributes.DontShow -contains $true }.Name
            $parameters = $command.Parameters.Keys.Where{ $_ -notin $common -and $_ -notin $hidden }
            ($help.Parameters.Parameter.Name | Sort-Object) | Should -Be ($parameters | Sort-Object)
        }
    }

    It 'tells of a parameter what it takes' {
        $region = Get-Help Get-OrgTrail -Parameter Region

        $region.Description.Text | Should -BeLike '*eu-central-1*'
        $region.Aliases | Should -Be 'RegionToCall'
        $region.PipelineInput | Should -Be 'True (ByPropertyName)'
        $region.Required | Should -Be 'false'
    }

    It 'tells what a cmdlet emits' {
        (Get-Help Get-OrgTrail -Full).ReturnValues.ReturnValue[0].Type.Name | Should -BeLike 'OrgTrail.Trail*'
    }
}
