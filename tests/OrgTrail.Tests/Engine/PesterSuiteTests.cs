namespace OrgTrail.Tests.Engine;

public sealed class PesterSuiteTests
{
    [Fact]
    public void Tests_are_named_by_the_blocks_around_them()
    {
        const string Suite = """
            BeforeAll { . $PSScriptRoot/Support.ps1 }

            Describe 'New-OrgTrail' {
                Context 'with -WhatIf' {
                    It 'sends no write' { }
                    It "says what's new for <Name>" -ForEach @(
                        @{ Name = 'one' }
                    ) { }
                }

                # It 'is not there yet' { }
                It -Name 'isn''t slow' {
                    'It is only text'
                }
            }
            """;

        Assert.Equal(
            ["New-OrgTrail > with -WhatIf > sends no write", "New-OrgTrail > with -WhatIf > says what's new for <Name>", "New-OrgTrail > isn't slow"],
            PesterSuite.Names(Suite.Split('\n')));
    }
}
