using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The answer to <see cref="DescribeAccountRequest"/>.</summary>
public sealed class DescribeAccountResponse : AmazonWebServiceResponse
{
    /// <summary>The account.</summary>
    public Account? Account { get; set; }
}
