using System.Net;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Policies.Racing;

/// <summary>
/// A bucket whose policy others write before and behind every request, and whose requests go wrong: refused, failed, lost
/// before or behind the deed, unanswered, or carried out late. It keeps account of whose statements were lost by whom.
/// </summary>
internal sealed class RacedBucket : IDisposable
{
    private readonly Random _draw;
    private readonly OtherWriter _others;
    private readonly ScriptedAws _aws = new();
    private readonly Dictionary<string, Place> _writtenAt = [];
    private readonly HashSet<string> _everShown = [];
    private (string? Policy, IReadOnlySet<string> Shown)? _late;
    private string? _policy;
    private Place _place = Place.BeforeAll;

    public RacedBucket(int seed)
    {
        _draw = new Random(seed);
        _others = new OtherWriter(_draw, OtherWriter.Objects);
        _aws.On("S3", "GetBucketPolicy").Add(ReadAsync);
        _aws.On("S3", "PutBucketPolicy").Add(WriteAsync);
    }

    public ScriptedAws Aws => _aws;

    /// <summary>The policy as it was shown last.</summary>
    public string? Shown { get; private set; }

    /// <summary>All statements of others that were shown, ever.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>Whose statements stood in a policy that our write was made from: they may not be lost.</summary>
    public HashSet<string> Owed { get; } = [];

    /// <summary>
    /// Statements of others that our write took away, where they had been written, whether it was made from a policy that had
    /// them, and whether any policy that was shown before it arrived had them.
    /// </summary>
    public List<(string Sid, Place WrittenAt, bool WasKnown, bool WasEverShown)> Taken { get; } = [];

    /// <summary>Where others wrote.</summary>
    public List<Place> Writes { get; } = [];

    /// <summary>How many of our writes were carried out.</summary>
    public int Carried { get; private set; }

    public void Dispose() => _aws.Dispose();

    private async Task<bool> ReadAsync(Exchange exchange)
    {
        LetOthersWrite();
        var shown = _policy;
        var isLost = _draw.Next(100) < 10;
        if (!isLost)
        {
            Shown = shown;
            _everShown.UnionWith(OtherWriter.Theirs(shown));
            Seen.UnionWith(OtherWriter.Theirs(shown));
            _place = Place.BetweenReads;
        }

        CarryOutLate();
        LetOthersWrite();
        if (isLost) return _draw.Next(2) == 0 ? Reset(exchange) : await exchange.SendAsync(Failure(exchange.Call));
        return await exchange.SendAsync(shown is null
            ? AwsAnswer.Error(exchange.Call, "NoSuchBucketPolicy", "The bucket policy does not exist", 404)
            : HttpResponse.Of(200, "application/json", shown));
    }

    private async Task<bool> WriteAsync(Exchange exchange)
    {
        // Whoever wrote since the last read wrote into the window.
        foreach (var sid in OtherWriter.Theirs(_policy).Except(OtherWriter.Theirs(Shown))) NoteWritten(sid, Place.InTheWindow);
        _place = Place.InTheWindow;
        LetOthersWrite();
        var theirs = OtherWriter.Theirs(Shown);
        var (isDone, answer) = Fate();
        if (answer != Answer.Refused) Owed.UnionWith(theirs);
        if (isDone) CarryOut(exchange.Call.Text, theirs);
        else if (answer == Answer.Reset && _late is null && _draw.Next(2) == 0) _late = (exchange.Call.Text, theirs);

        _place = answer == Answer.Given ? Place.BehindAWrite : answer == Answer.Refused ? Place.BetweenReads : Place.BehindALostWrite;
        LetOthersWrite();
        return answer switch
        {
            Answer.Given => await exchange.SendAsync(HttpResponse.Of(204, "application/xml", "")),
            Answer.Refused => await exchange.SendAsync(AwsAnswer.Error(exchange.Call, "SlowDown", "Please reduce your request rate.", 503)),
            Answer.Failed => await exchange.SendAsync(Failure(exchange.Call)),
            Answer.None => await exchange.WaitForClientToLeaveAsync(),
            _ => Reset(exchange),
        };
    }

    private (bool IsDone, Answer Answer) Fate() => _draw.Next(100) switch
    {
        < 55 => (true, Answer.Given),
        < 62 => (false, Answer.Refused),
        < 69 => (false, Answer.Failed),
        < 74 => (true, Answer.Failed),
        < 88 => (false, Answer.Reset),
        < 98 => (true, Answer.Reset),
        < 99 => (true, Answer.None),
        _ => (false, Answer.None),
    };

    private void LetOthersWrite()
    {
        var (before, count) = (_policy, _others.Written);
        _policy = _others.MayWrite(before);
        if (_others.Written == count) return;
        Writes.Add(_place);
        foreach (var sid in OtherWriter.Theirs(_policy).Except(OtherWriter.Theirs(before))) NoteWritten(sid, _place);
    }

    // What others took out and put back is new: nobody has seen it since.
    private void NoteWritten(string sid, Place place)
    {
        _writtenAt[sid] = place;
        _everShown.Remove(sid);
    }

    // A request that was given up arrives all the same.
    private void CarryOutLate()
    {
        if (_late is not { } late || _draw.Next(2) == 0) return;
        _late = null;
        CarryOut(late.Policy, late.Shown);
    }

    private void CarryOut(string? policy, IReadOnlySet<string> shown)
    {
        Carried++;
        foreach (var sid in OtherWriter.Theirs(_policy).Except(OtherWriter.Theirs(policy)))
            Taken.Add((sid, _writtenAt[sid], shown.Contains(sid), _everShown.Contains(sid)));
        _policy = policy;
    }

    private static HttpResponse Failure(AwsCall call) => AwsAnswer.Error(call, "InternalError", "We encountered an internal error. Please try again.", (int)HttpStatusCode.InternalServerError);

    private static bool Reset(Exchange exchange)
    {
        exchange.Connection.Reset();
        return false;
    }

    private enum Answer
    {
        Given,
        Refused,
        Failed,
        Reset,
        None,
    }
}
