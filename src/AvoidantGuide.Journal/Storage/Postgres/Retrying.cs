using System.Diagnostics;

namespace AvoidantGuide.Journal;

/// <summary>
/// Does again what failed because of where it ran and not because of what it is: the primary went away, or two writes met. What a lost
/// commit had kept after all the work finds there, so nothing is doubled.
/// </summary>
internal static class Retrying
{
    /// <summary>A standby takes over within less, and a person waits no longer.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(1);

    /// <summary>Writes that meet, each time with another one: more often than this it is a fault of ours.</summary>
    private const int MostMeetings = 10;

    /// <param name="once">Whoever asks would rather know at once that nobody is there.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work, bool once, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(20);
        for (var turn = 1; ; turn++)
        {
            try
            {
                return await work();
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && Stopwatch.GetElapsedTime(begun) < _patience
                && ((PostgresFaults.MayPass(error) && !once) || (PostgresFaults.Met(error) && turn < MostMeetings)))
            {
                // Not all at the same moment again.
                await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), cancel);
                pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
            }
        }
    }
}
