using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests;

/// <summary>
/// What no page may ever do: ask another host for anything, write an error into the browser's console (a breach of the
/// page's policy is one), fail in its script, or be refused where the test did not say so.
/// </summary>
public sealed class Watch
{
    private readonly string _home;
    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly ConcurrentQueue<(string Address, int Status)> _refusals = new();
    private readonly ConcurrentQueue<(string Text, string Place)> _errors = new();
    private readonly List<string> _foreign = [];
    private readonly List<(string Address, int Status)> _expected = [];

    public Watch(IBrowserContext context, string home)
    {
        _home = home;
        context.Request += (_, request) => _addresses.Enqueue(request.Url);
        context.Response += (_, response) =>
        {
            if (response.Status >= 400) _refusals.Enqueue((response.Url, response.Status));
        };
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "assert") _errors.Enqueue((message.Text, message.Location));
        };
        context.WebError += (_, failure) => _errors.Enqueue((failure.Error, failure.Page?.Url ?? ""));
    }

    /// <summary>Every address that was asked for, in order.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    /// <summary>Allows one request to one address of another host: the one that leaving ends on.</summary>
    public void ExpectForeign(string address) => _foreign.Add(address);

    /// <summary>Says that the document at this address was refused once, which Chromium writes into its console once.</summary>
    public void ExpectRefusal(string address, int status) => _expected.Add((address, status));

    /// <summary>What happened and should not have, and what should have and did not. To be asked once the browser is closed.</summary>
    public IEnumerable<string> Faults()
    {
        var foreign = _addresses.Where(address => !address.StartsWith(_home + "/", StringComparison.Ordinal)).ToList();
        foreach (var address in _foreign)
            if (!foreign.Remove(address)) yield return $"{address} was expected to be asked for and was not.";
        foreach (var address in foreign) yield return $"Another host was asked: {address}";

        var refusals = _refusals.ToList();
        var errors = _errors.ToList();
        foreach (var (address, status) in _expected)
        {
            if (!refusals.Remove((address, status))) yield return $"{address} was expected to answer {status} and did not.";
            var logged = errors.FindIndex(error => IsRefusal(error, address, status));
            if (logged >= 0) errors.RemoveAt(logged);
        }

        foreach (var (address, status) in refusals) yield return $"{address} answered {status}.";
        foreach (var (text, place) in errors) yield return $"In the console: {text} ({place})";
    }

    private static bool IsRefusal((string Text, string Place) error, string address, int status) =>
        error.Text.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Failed to load resource: the server responded with a status of {status} "), StringComparison.Ordinal)
        && error.Place.StartsWith(address, StringComparison.Ordinal);
}
