using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The canonical user id of an account, which ACLs and listings name owners by: 64 hex digits.</summary>
internal static class CanonicalUser
{
    public static string IdOf(string accountId) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(accountId))).ToLowerInvariant();

    /// <summary>The element <c>Owner</c>.</summary>
    public static XElement Owner(string accountId) => new("Owner", new XElement("ID", IdOf(accountId)));
}
