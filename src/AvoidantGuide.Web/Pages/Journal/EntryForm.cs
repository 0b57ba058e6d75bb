using System.Globalization;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;
using AvoidantGuide.Web.Components.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>One entry being written: the prompts as they are asked, what was put into them, and what is missing.</summary>
public sealed class EntryForm
{
    private readonly Dictionary<string, string> _errors = [];

    private EntryForm(Practice practice, IEnumerable<Prompt> prompts, IReadOnlyDictionary<string, string[]> fields, Preferences preferences)
    {
        Practice = practice;
        Prompts = [.. prompts.Select(prompt => OwnLists.Offer(prompt, preferences))];
        Fields = fields;
        Spellcheck = preferences.Spellcheck;
        EntryId = Guid.TryParse(Field("entry"), out var id) && id != Guid.Empty ? id : Guid.NewGuid();
        Begun = Guid.TryParse(Field("begun"), out var begun) ? begun : Guid.NewGuid();
        Revision = long.TryParse(Field("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
    }

    public Practice Practice { get; }

    public IReadOnlyList<Prompt> Prompts { get; }

    /// <summary>Everything of the form that came from the person, to be sealed or shown again.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; private set; }

    /// <summary>Comes with the form, so that keeping twice is keeping once. Not a secret: the key is journal and entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Of a form begun outside any journal: its words are kept once, however often a browser sends it again.</summary>
    public Guid Begun { get; }

    /// <summary>What the change is based on; 0 for an entry that is not kept yet.</summary>
    public long Revision { get; set; }

    /// <summary>The entry's head as it was found in the journal; null for a new one.</summary>
    public EntryHead? Kept { get; private init; }

    /// <summary>Which prompt is next while it is being written, to be kept with it.</summary>
    public int? Step { get; set; }

    /// <summary>The pause, to be kept with it.</summary>
    public PauseTimes? Pause { get; set; }

    /// <summary>The journal it was begun in; null outside one.</summary>
    public Guid? Journal { get; set; }

    public bool Spellcheck { get; }

    /// <summary>What stands in the way of keeping it, for the head of the form.</summary>
    public string? Problem { get; set; }

    /// <summary>Its words were kept before, or deleted: nothing is done with them, and nothing of them is shown.</summary>
    public bool IsSpent { get; set; }

    /// <summary>What somebody kept at the same time, to be shown beside the person's own words.</summary>
    public Entry? Other { get; set; }

    /// <summary>By prompt id, and <c>happened</c>.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    public string Happened => Field("happened");

    /// <summary>Whether "no" was the answer to the safety question. Asked each time, kept nowhere.</summary>
    public bool Safe => !Practice.AsksSafety || Kept is not null || Field("safety") == "no";

    public bool IsTooLong => Length > EntryLimits.Characters;

    /// <summary>Whether nothing was put into it.</summary>
    public bool IsBare => Prompts.All(IsEmpty);

    public static EntryForm New(Practice practice, IReadOnlyDictionary<string, string[]> fields, Preferences preferences) =>
        new(practice, [.. practice.Prompts.Select(prompt => Showing(prompt, fields)), .. Leftovers(practice, fields)], fields, preferences);

    /// <summary>An entry that is in the journal already, with its prompts as they were read when it was written.</summary>
    public static EntryForm Of(ReadResult.Found found, Guid id, Guide guide, Preferences preferences, IReadOnlyDictionary<string, string[]>? fields = null)
    {
        var practice = PastPrompts.Practice(found.Entry, guide);
        return new EntryForm(practice, practice.Prompts, fields ?? EntryFields.From(found.Entry, id, found.Revision), preferences)
        {
            Kept = found.Entry.Head,
            Step = found.Entry.Head.Step,
            Pause = found.Entry.Head.Pause,
        };
    }

    public PromptInput Value(Prompt prompt) => new(
        Fields.GetValueOrDefault("choice-" + prompt.Id) ?? [],
        Field("text-" + prompt.Id),
        Fields.GetValueOrDefault("rating-" + prompt.Id)?.FirstOrDefault(),
        prompt.KeepsSign && Field("sign-" + prompt.Id) == "yes");

    public bool IsEmpty(Prompt prompt)
    {
        var value = Value(prompt);
        return value.Chosen.Count == 0 && string.IsNullOrWhiteSpace(value.Text) && string.IsNullOrEmpty(value.Rating);
    }

    /// <summary>Whether it is kept, and there is something to tell afterwards that is not told yet.</summary>
    public bool WaitsForLater => Kept is not null && new Flow(this).WaitsForLater;

    /// <summary>Makes it a new entry, under a new id.</summary>
    public void StartAnew(Guid id)
    {
        EntryId = id;
        Revision = 0;
    }

    /// <summary>Fills <see cref="Errors"/>; true when the entry can be kept.</summary>
    public bool Check()
    {
        _errors.Clear();
        foreach (var prompt in Prompts)
            if (Wrong(prompt) is { } wrong) _errors[prompt.Id] = wrong;
        if (Happened != "" && EntryFields.Moment(Happened) is null) _errors["happened"] = "This is not a day and a time. Write it as 2026-11-22 18:30, or leave it empty.";
        if (_errors.Count > 0) Problem ??= _errors.Count == 1 ? "One thing is missing or unclear. Your words are all still here." : $"{_errors.Count} things are missing or unclear. Your words are all still here.";
        else if (IsBare) Problem ??= "There is nothing to keep yet.";
        else if (IsTooLong) Problem ??= TooLong(Length, EntryLimits.Characters);
        return Problem is null;
    }

    /// <summary>The same for one prompt of a flow.</summary>
    /// <param name="leaving">Whether the person stops or turns back here: then nothing is asked for.</param>
    public bool Check(Prompt prompt, bool leaving)
    {
        _errors.Clear();
        if (!(leaving && IsEmpty(prompt)) && Wrong(prompt, goingOn: true) is { } wrong) _errors[prompt.Id] = wrong;
        if (Happened != "" && EntryFields.Moment(Happened) is null) Problem ??= "This is not a day and a time. Write it as 2026-11-22 18:30, or leave it empty.";
        if (IsTooLong) Problem ??= TooLong(Length, EntryLimits.Characters);
        return Problem is null && _errors.Count == 0;
    }

    /// <summary>Takes an answer out again.</summary>
    public void Empty(Prompt prompt) =>
        Fields = Fields.Where(field => field.Key != "choice-" + prompt.Id && field.Key != "text-" + prompt.Id).ToDictionary();

    public void Refuse(Prompt prompt, string reason) => _errors[prompt.Id] = reason;

    /// <summary>Whether it can be kept as it is, even if an answer that is asked for is missing.</summary>
    public bool HasOnlyGaps()
    {
        Check();
        return !IsTooLong && Prompts.All(prompt => !_errors.ContainsKey(prompt.Id) || IsEmpty(prompt)) && !_errors.ContainsKey("happened");
    }

    public static string TooLong(int characters, int limit) =>
        $"This is {characters:N0} characters long, and an entry holds {limit:N0}. Nothing is cut off: move a part of it into a second entry.";

    /// <param name="now">When it is written, if it is new.</param>
    /// <param name="people">Prompt id to the person that <see cref="OwnLists"/> found for it.</param>
    public Entry ToEntry(DateTimeOffset now, IReadOnlyDictionary<string, Guid>? people)
    {
        var answers = Prompts.Where(prompt => prompt.Kind != PromptKind.Pause).Select(prompt => EntryFields.Answer(prompt, Value(prompt))).ToList();
        return new Entry(
            new EntryHead(
                Kept is { Step: not 1 } ? Kept.Written : now,
                EntryFields.Moment(Happened),
                Practice.Id,
                Practice.Version,
                answers.Where(answer => answer.Chosen.Count > 0)
                    .ToDictionary(answer => answer.Prompt, IReadOnlyList<string> (answer) => [.. answer.Chosen.Select(chosen => chosen.Id)]),
                answers.Where(answer => answer.Rating is not null).ToDictionary(answer => answer.Prompt, answer => answer.Rating!.Value))
            {
                Step = Step,
                People = people,
                Pause = Pause,
                Looks = Kept?.Looks,
            },
            answers);
    }

    /// <summary>A prompt that an editor made a scale while someone wrote words into it still takes the words.</summary>
    private static Prompt Showing(Prompt prompt, IReadOnlyDictionary<string, string[]> fields) =>
        prompt.Kind is PromptKind.Scale or PromptKind.Pause && !string.IsNullOrWhiteSpace(fields.GetValueOrDefault("text-" + prompt.Id)?.FirstOrDefault())
            ? prompt with { Kind = PromptKind.Text }
            : prompt;

    /// <summary>Words for a prompt that an editor took out while someone wrote.</summary>
    private static IEnumerable<Prompt> Leftovers(Practice practice, IReadOnlyDictionary<string, string[]> fields) => fields
        .Where(field => field.Key.StartsWith("text-", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value.FirstOrDefault()))
        .Select(field => field.Key["text-".Length..])
        .Where(id => practice.Prompts.All(prompt => prompt.Id != id))
        .Select(id => new Prompt(id, "What you wrote for a question that is no longer asked", null, PromptKind.Text, Needed: false, Later: false, []));

    private string? Wrong(Prompt prompt, bool goingOn = false)
    {
        var value = Value(prompt);
        var known = prompt.Choices.Select(choice => choice.Id);
        if (value.Chosen.Except(known).Any() || (prompt.Kind is PromptKind.OneOf or PromptKind.Person && value.Chosen.Count > 1)) return "Choose from this list.";
        if (value.Rating is not (null or "" or "cant-tell") && EntryFields.Rating(value.Rating) is null) return "Choose a number from 0 to 10.";
        if (prompt.Kind == PromptKind.When && value.Text != "" && EntryFields.Moment(value.Text) is null)
            return "This is not a day and a time. Write it as 2026-11-22 18:30.";
        if (prompt.Kind == PromptKind.Person && value.Text.Length > OwnLists.LongestAlias)
            return $"A name can be {OwnLists.LongestAlias} characters long.";
        if (value.Keep && value.Text.Trim().Length > OwnLists.LongestSign)
            return $"A sign can be {OwnLists.LongestSign} characters long. Shorten it, or untick the box and keep it as it is.";
        if (!prompt.Needed || (prompt.Later && !goingOn) || prompt.Kind == PromptKind.Pause || !IsEmpty(prompt)) return null;
        return prompt.Kind switch
        {
            PromptKind.OneOf or PromptKind.AnyOf => "Choose one. “I can't tell” is an answer too.",
            PromptKind.Scale => "Choose a number, or “I can't tell”.",
            _ => "Write a word or two here.",
        };
    }

    private int Length => Prompts.Sum(prompt => Value(prompt).Text.Length);

    private string Field(string name) => Fields.GetValueOrDefault(name)?.FirstOrDefault() ?? "";
}
