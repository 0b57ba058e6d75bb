using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>Looking again after a day and after a week: twice at most, and gone without a word when it is not taken.</summary>
public static class Looks
{
    /// <summary>Days for which a look stays open.</summary>
    public const int Open = 14;

    private static readonly int[] _days = [1, 7];

    /// <summary>The scale that is asked again; null where the entry has none, or none was answered.</summary>
    public static Prompt? Prompt(EntryHead head, Guide guide) =>
        guide.PracticeNamed(head.Practice)?.Prompts.FirstOrDefault(prompt => prompt.LooksAgain && head.Ratings.ContainsKey(prompt.Id));

    /// <summary>The look that is open now: 1 or 7 days after it was written. Null when there is none.</summary>
    public static int? Due(EntryHead head, Guide guide, DateTimeOffset now)
    {
        if (head.Step is not null || Prompt(head, guide) is null || head.Looks?.Any(look => look.Closed) == true) return null;
        var last = head.Looks is { Count: > 0 } looks ? looks.Max(look => look.Day) : 0;
        return _days.Where(day => day > last && now >= head.Written.AddDays(day) && now < head.Written.AddDays(day + Open)).Cast<int?>().Max();
    }

    /// <summary>When the next looks will open, for reminders.</summary>
    public static IEnumerable<DateTimeOffset> Coming(EntryHead head, Guide guide, DateTimeOffset now)
    {
        if (head.Step is not null || Prompt(head, guide) is null || head.Looks?.Any(look => look.Closed) == true) return [];
        return _days.Select(day => head.Written.AddDays(day)).Where(opens => opens > now);
    }
}
