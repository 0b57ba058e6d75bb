using System.Globalization;
using AvoidantGuide.Journal;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>How long the journal stays open, the person's time zone, and the browser's spelling check.</summary>
public sealed class SettingsModel(JournalDoor door) : OpenJournalPage(door)
{
    /// <summary>Minutes without use, and hours in all, up to ten times the usual.</summary>
    public static IReadOnlyList<SessionTimes> Offered { get; } =
    [
        SessionTimes.Default,
        new(TimeSpan.FromMinutes(60), TimeSpan.FromHours(6)),
        new(TimeSpan.FromMinutes(200), TimeSpan.FromHours(20)),
    ];

    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/')).Select(zone => zone.Id).Order(StringComparer.Ordinal)];

    public bool Kept { get; private set; }

    public void OnGet(bool kept) => Kept = kept;

    public async Task<IActionResult> OnPostAsync(string? idle, string? zone, string? spellcheck)
    {
        var times = Offered.FirstOrDefault(times => Name(times) == idle);
        if (times is null || (zone is { Length: > 0 } && !Zones.Contains(zone)))
            return Refused(StatusCodes.Status400BadRequest, "That is not one of the choices. Nothing was changed; go back and choose again.");
        await Mine.ChangePreferencesAsync(now => now with { Times = times, Spellcheck = spellcheck == "yes", TimeZone = zone is { Length: > 0 } ? zone : null }, CancellationToken.None);
        return new RedirectResult("/journal/settings?kept=true");
    }

    public static string Name(SessionTimes times) => times.Idle.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);

    public static string Say(SessionTimes times) =>
        $"After {times.Idle.TotalMinutes:0} minutes without use, and after {times.Total.TotalHours:0} hours in any case";
}
