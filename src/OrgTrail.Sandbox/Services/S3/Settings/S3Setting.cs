using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>A setting of a bucket that is read, written and deleted as XML under a name of its own.</summary>
/// <param name="subresource">What names it in the query, for example <c>versioning</c>.</param>
/// <param name="root">The root element.</param>
/// <param name="action">The actions of policies, behind <c>s3:Get</c> and <c>s3:Put</c>.</param>
internal abstract class S3Setting(string subresource, string root, string action)
{
    /// <summary>What names it in the query.</summary>
    public string Subresource { get; } = subresource;

    /// <summary>The root element.</summary>
    protected string Root { get; } = root;

    /// <summary>Whether it can be deleted.</summary>
    protected virtual bool CanBeDeleted => true;

    /// <summary>Adds its operations.</summary>
    public void AddTo(S3Routes routes)
    {
        routes.ForBucket("GET", Subresource, new($"s3:Get{action}", Get) { Configures = true });
        routes.ForBucket("PUT", Subresource, new($"s3:Put{action}", Put) { Configures = true });
        if (CanBeDeleted)
            routes.ForBucket("DELETE", Subresource, new($"s3:Put{action}", Delete) { Configures = true });
    }

    /// <summary>The setting; refuses when there is none and S3 says so.</summary>
    protected abstract XElement Read(SandboxBucket bucket);

    /// <summary>Takes a setting over, or refuses it.</summary>
    protected abstract void Write(S3Request request, XElement setting);

    /// <summary>Goes back to none.</summary>
    protected virtual void Remove(SandboxBucket bucket) => throw new NotSupportedException();

    /// <summary>What a request puts.</summary>
    protected virtual XElement Body(S3Request request) => S3Xml.Read(request.Body, Root);

    /// <summary>Headers of the answers that tell the setting.</summary>
    protected virtual HttpResponse Complete(SandboxBucket bucket, HttpResponse answer) => answer;

    private HttpResponse Get(S3Request request) => Complete(request.Bucket, S3Xml.Answer(Read(request.Bucket)));

    private HttpResponse Put(S3Request request)
    {
        Write(request, Body(request));
        return Complete(request.Bucket, HttpResponse.Empty(200));
    }

    private HttpResponse Delete(S3Request request)
    {
        Remove(request.Bucket);
        return HttpResponse.Empty(204);
    }
}
