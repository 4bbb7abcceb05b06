BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'The module' {
    It 'exports cmdlets only, with approved verbs and the prefix Org' {
        $module = Get-Module OrgTrail
        $commands = $module.ExportedCommands.Values

        $commands | Should -Not -BeNullOrEmpty
        $commands.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        $commands.Verb | Where-Object { $_ -notin (Get-Verb).Verb } | Should -BeNullOrEmpty
        $commands.Noun | Where-Object { $_ -cnotlike 'Org*' } | Should -BeNullOrEmpty
    }

    It 'exports exactly the cmdlets that its manifest names' {
        $manifest = Import-PowerShellDataFile "$((Get-Module OrgTrail).ModuleBase)/OrgTrail.psd1"

        (Get-Command -Module OrgTrail).Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        $manifest.CmdletsToExport | Should -Not -Contain '*'
    }

    It 'loads no AWS SDK before the first call' {
        [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -like 'AWSSDK*' } | Should -BeNullOrEmpty
    }
}
