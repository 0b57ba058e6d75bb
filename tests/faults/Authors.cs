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
    private readonly Dictionary<HttpStatusCode, int> _refused = [];
    private readonly List<long> _cut = [];
    private readonly List<Author> _authors = [];
    private CancellationTokenSource _stop = new();
    private Task _writing = Task.CompletedTask;
    private (int Count, TaskCompletionSource Reached) _awaited = (int.MaxValue, new());

    public static async Task<Authors> OpenAsync(Uri address, IEnumerable<string> codes)
    {
        var authors = new Authors();
        foreach (var code in codes) authors._authors.Add(await Author.OpenAsync(address, code, authors));
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

    /// <summary>Everyone ends with what they are at; where the server is gone they have ended already.</summary>
    public async Task EndedAsync()
    {
        await _stop.CancelAsync();
        await _writing;
    }

    /// <summary>Posts that had been sent whole at that time, and were never answered.</summary>
    public int CutAfter(long time)
    {
        lock (_lock) return _cut.Count(sent => sent < time);
    }

    public void Note(Acknowledged entry, TimeSpan time)
    {
        lock (_lock)
        {
            _acknowledged.Add(entry);
            _times.Add(time.TotalMilliseconds);
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
