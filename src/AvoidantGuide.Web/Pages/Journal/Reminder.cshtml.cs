using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A calendar file made on the spot (RFC 5545): a time and the word "Reminder", no address, no description, no host.</summary>
public sealed class ReminderModel(JournalDoor door, TimeProvider clock) : OpenJournalPage(door)
{
    private static readonly TimeSpan _furthest = TimeSpan.FromDays(31);

    public IActionResult OnGet() => new RedirectResult("/journal");

    /// <param name="at">Unix seconds.</param>
    public IActionResult OnPost(long at)
    {
        var now = clock.GetUtcNow();
        if (at < now.ToUnixTimeSeconds() || at > (now + _furthest).ToUnixTimeSeconds())
            return Refused(StatusCodes.Status400BadRequest, "That time is over, or too far away. Open the page afresh and choose again.");
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reminder//EN", "BEGIN:VEVENT",
            $"UID:{Guid.NewGuid():N}", $"DTSTAMP:{Utc(now)}", $"DTSTART:{Utc(DateTimeOffset.FromUnixTimeSeconds(at))}", "DURATION:PT5M", "SUMMARY:Reminder",
            "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:PT0S", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        return new FileContentResult(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), "text/calendar; charset=utf-8") { FileDownloadName = "reminder.ics" };
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
