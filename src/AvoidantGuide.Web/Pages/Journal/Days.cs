using System.Globalization;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Days as forms send them.</summary>
public static class Days
{
    public const string Wrong = "This is not a day. Write it as 2026-11-22, or leave it empty.";

    private const string Form = "yyyy-MM-dd";

    /// <summary>Null where there is none, or none that could be.</summary>
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string? Say(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Whether a moment lies between two days, both included.</summary>
    public static bool Hold(DateOnly? from, DateOnly? until, DateTime moment) =>
        DateOnly.FromDateTime(moment) is var day && (from is null || day >= from) && (until is null || day <= until);
}
