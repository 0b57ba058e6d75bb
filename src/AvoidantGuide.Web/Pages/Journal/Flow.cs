using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>An entry's prompts one after the other, in two parts: what is asked now, and what can only be told afterwards. Steps count from 1.</summary>
public sealed class Flow(EntryForm form)
{
    public int Count => form.Prompts.Count;

    public Prompt At(int step) => form.Prompts[step - 1];

    /// <summary>Where an unfinished one goes on.</summary>
    public int Resume => form.Step is { } step ? Math.Clamp(step, 1, Math.Max(1, Count)) : FirstOf(prompt => prompt.Later && form.IsEmpty(prompt)) ?? 1;

    /// <summary>Where it goes on after the safety question: at the step whose address was opened, or where it was left.</summary>
    public int LeadTo() => int.TryParse(form.Fields.GetValueOrDefault("at")?.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= Count ? at : Resume;

    /// <summary>The next step; null at the end of a part. A pause leads straight on to what comes after it.</summary>
    public int? After(int step) =>
        step == Count || (At(step + 1).Later && !At(step).Later && At(step).Kind != PromptKind.Pause) ? null : step + 1;

    public int? Before(int step) => step > 1 ? step - 1 : null;

    /// <summary>A step of this part, or of the one before it, that was passed by though it asks for an answer.</summary>
    public int? Missed(int step) => FirstOf(prompt => prompt.Needed && prompt.Kind != PromptKind.Pause && (!prompt.Later || At(step).Later) && form.IsEmpty(prompt));

    /// <summary>The step that asks this prompt; null where it is asked no more.</summary>
    public int? Of(string prompt) => FirstOf(asked => asked.Id == prompt);

    /// <summary>A pause begins when it is first reached, and is as long as was chosen last.</summary>
    public void Reach(int? step, DateTimeOffset now)
    {
        if (step is { } next && At(next).Kind == PromptKind.Pause && form.Pause?.Opened is null) form.Pause = Pause(form.Pause?.Begun ?? now);
    }

    /// <summary>Leaves a step for the next.</summary>
    public void GoOn(int step, DateTimeOffset now)
    {
        form.Step = After(step);
        Reach(form.Step, now);
    }

    public PauseTimes Pause(DateTimeOffset begun) => new(begun, Wait is { } wait ? begun + wait : null, Opened: null);

    /// <summary>Whether there is something to tell afterwards that is not told yet.</summary>
    public bool WaitsForLater => form.Step is null && form.Prompts.Any(prompt => prompt.Later) && form.Prompts.Where(prompt => prompt.Later).All(form.IsEmpty);

    /// <summary>What was answered at other steps, as it will be kept.</summary>
    public IEnumerable<Prompt> Answered(int step) => form.Prompts.Where((prompt, index) => index != step - 1 && !form.IsEmpty(prompt));

    /// <summary>How long the pause lasts by what was chosen; null where no length was.</summary>
    public TimeSpan? Wait => form.Prompts.SelectMany(prompt => prompt.Choices.Where(choice => form.Value(prompt).Chosen.Contains(choice.Id))).Select(choice => choice.Wait).FirstOrDefault(wait => wait is not null);

    private int? FirstOf(Func<Prompt, bool> asked) => form.Prompts.Select((prompt, index) => asked(prompt) ? index + 1 : (int?)null).FirstOrDefault(step => step is not null);
}
