using System.Diagnostics;
using System.Net;
using AvoidantGuide.Bench;

namespace AvoidantGuide.Faults;

/// <summary>Authors who write at the same time, and all that was acknowledged to them, in order.</summary>
internal sealed class Authors : IDisposable
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<Acknowledged> _acknowledged = [];
    private readonly List<double> _times = [];
    private readonly Dictionary<string, long> _latest = [];
    private readonly Dictionary<HttpStatusCode, int> _refused = [];
    private readonly List<long> _cut = [];
    private readonly List<Author> _authors = [];
    private CancellationTokenSource _stop = new();
    private Task _writing = Task.CompletedTask;
    private (int Count, TaskCompletionSource Reached) _awaited = (int.MaxValue, new());

    /// <param name="patient">Whether they send a form again until they are told that it is kept.</param>
    public static async Task<Authors> OpenAsync(Uri address, IEnumerable<string> codes, bool patient = false)
    {
        var authors = new Authors();
        foreach (var code in codes) authors._authors.Add(await Author.OpenAsync(address, code, authors, patient));
        return authors;
    }

    /// <summary>Answers that were neither: no entry was kept, and none was lost.</summary>
    public int Refused
    {
        get
        {
            lock (_lock) return _refused.Values.Sum();
        }
    }

    /// <summary>Milliseconds of each save.</summary>
    public Spread Times
    {
        get
        {
            lock (_lock) return new Spread(_times);
        }
    }

    /// <summary>All so far.</summary>
    public IReadOnlyList<Acknowledged> Acknowledged
    {
        get
        {
            lock (_lock) return [.. _acknowledged];
        }
    }

    public void Begin()
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        lock (_lock) _cut.Clear();
        var stop = _stop.Token;
        _writing = Task.WhenAll(_authors.Select(author => Task.Run(() => author.WriteAsync(stop))));
    }

    /// <summary>Ends when so many more entries were acknowledged.</summary>
    /// <exception cref="InvalidOperationException">Nobody writes any more.</exception>
    public async Task MoreAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _awaited = (_acknowledged.Count + count, reached);
        if (await Task.WhenAny(reached.Task, _writing).WaitAsync(_longest) == _writing && !reached.Task.IsCompleted) throw new InvalidOperationException("The writers were cut off.");
    }

    /// <summary>Ends when each of them was told of an entry that they began after that time.</summary>
    public async Task EveryoneAsync(long since)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_latest.Count == _authors.Count && _latest.Values.All(begun => begun > since)) return;
            }

            if (Stopwatch.GetElapsedTime(since) > _longest) throw new TimeoutException("Not everyone can write.");
            await Task.Delay(5);
        }
    }

    /// <summary>Everyone ends with what they are at; where the server is gone they have ended already.</summary>
    public async Task EndedAsync()
    {
        await _stop.CancelAsync();
        await _writing;
    }

    /// <summary>How often each status was the answer instead, and how often none came: `409 × 2`.</summary>
    public string Otherwise
    {
        get
        {
            lock (_lock) return string.Join(", ", _refused.OrderBy(status => status.Key).Select(status => Trial.Text($"{(int)status.Key} × {status.Value:N0}")).Append(Trial.Text($"none × {_cut.Count:N0}")));
        }
    }

    /// <summary>Posts that had been sent whole at that time, and were never answered.</summary>
    public int CutAfter(long time)
    {
        lock (_lock) return _cut.Count(sent => sent < time);
    }

    /// <param name="begun">When it was first sent.</param>
    public void Note(Acknowledged entry, long begun)
    {
        lock (_lock)
        {
            _acknowledged.Add(entry);
            _times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            _latest[entry.Code] = begun;
            if (_acknowledged.Count >= _awaited.Count) _awaited.Reached.TrySetResult();
        }
    }

    public void NoteRefused(HttpStatusCode status)
    {
        lock (_lock) _refused[status] = _refused.GetValueOrDefault(status) + 1;
    }

    public void NoteCut(long? sent)
    {
        if (sent is not { } time) return;
        lock (_lock) _cut.Add(time);
    }

    public void Dispose() => _stop.Dispose();
}
