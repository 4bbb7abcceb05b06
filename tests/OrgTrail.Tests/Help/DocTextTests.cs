using System.Xml.Linq;
using OrgTrail.Help;

namespace OrgTrail.Tests.Help;

public sealed class DocTextTests
{
    [Theory]
    [InlineData("<s>One\n   sentence.</s>", "One sentence.")]
    [InlineData("<s><para>One.</para><para>Two.</para></s>", "One.|Two.")]
    [InlineData("<s>One.<para>Two.</para>Three.</s>", "One.|Two.|Three.")]
    [InlineData("<s><list><item>One.</item><item>Two.</item></list></s>", "One.|Two.")]
    [InlineData("<s>Is <see langword='null'/>.</s>", "Is $null.")]
    [InlineData("<s>Needs <c>-SecretKey</c>.</s>", "Needs -SecretKey.")]
    [InlineData("<s>See <see cref='T:OrgTrail.Trail'/>.</s>", "See Trail.")]
    [InlineData("<s>See <see cref='T:OrgTrail.Commands.GetOrgTrailBucketPolicyCommand'/>.</s>", "See Get-OrgTrailBucketPolicy.")]
    [InlineData("<s>See <see href='https://example.com'/>.</s>", "See https://example.com.")]
    [InlineData("<s>See <see cref='T:X'>the trail</see>.</s>", "See the trail.")]
    [InlineData("<s/>", "")]
    public void Docs_become_paragraphs_of_plain_text(string docs, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', DocText.Paragraphs(XElement.Parse(docs))));

    [Theory]
    [InlineData("<code>Get-OrgTrail</code>", "Get-OrgTrail")]
    [InlineData("<code>\n        Get-OrgTrail |\n            Set-OrgTrail\n        </code>", "Get-OrgTrail |\n    Set-OrgTrail")]
    [InlineData("<code>Get-OrgTrail\n        Set-OrgTrail</code>", "Get-OrgTrail\nSet-OrgTrail")]
    [InlineData("<code>one\n\n    two\n        three</code>", "one\n\ntwo\n    three")]
    public void Code_loses_the_indentation_of_its_comment(string code, string expected) =>
        Assert.Equal(expected, DocText.Code(XElement.Parse(code)));
}
