using System.Security.Cryptography;
using System.Text;
using AvoidantGuide.Content;
using AvoidantGuide.Journal;

namespace AvoidantGuide.Web.Pages.Journal;

/// <summary>A person's own signs and the people they write about: offered as choices, and added to by what they write.</summary>
public static class OwnLists
{
    public const int LongestAlias = 60;
    public const int LongestSign = 200;

    /// <summary>Begins the id of a choice that is a person's own.</summary>
    public const string Own = "own-";

    /// <summary>The prompt with the person's own choices first.</summary>
    public static Prompt Offer(Prompt prompt, Preferences preferences) => prompt switch
    {
        { From: SignKind.Sign } => prompt with { Choices = [.. preferences.Signs.Select(sign => new Choice(Own + sign.Id.ToString("N"), sign.Words, null)), .. prompt.Choices.Where(choice => !IsOwn(choice.Id))] },
        { Kind: PromptKind.Person } when preferences.People.Count > 0 => prompt with { Choices = [.. preferences.People.Select(person => new Choice(person.Id.ToString("N"), person.Alias, null)), Choice.Other] },
        _ => prompt,
    };

    public static bool IsOwn(string choice) => choice.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>With whatever the form names for the first time.</summary>
    public static Preferences With(Preferences now, EntryForm form)
    {
        foreach (var alias in Aliases(form).Select(named => named.Alias).Where(alias => alias.Length <= LongestAlias && Find(now, alias) is null))
            now = now with { People = [.. now.People, new Person(Id(form, alias), alias)] };
        foreach (var words in form.Prompts.Where(prompt => form.Value(prompt).Keep).Select(prompt => Sign(form.Value(prompt).Text)))
            if (words.Length is > 0 and <= LongestSign && now.Signs.All(sign => !Same(sign.Words, words)))
                now = now with { Signs = [new OwnSign(Id(form, words), words), .. now.Signs] };
        return now;
    }

    /// <summary>Whether the form names someone or something for the first time.</summary>
    public static bool Adds(Preferences now, EntryForm form) => With(now, form) is var then && (then.People.Count > now.People.Count || then.Signs.Count > now.Signs.Count);

    /// <summary>Whom the form is about, by prompt; null when it is about nobody.</summary>
    public static IReadOnlyDictionary<string, Guid>? People(Preferences preferences, EntryForm form)
    {
        var about = Aliases(form)
            .Select(named => (named.Prompt, Person: Chosen(preferences, form, named.Prompt) ?? Find(preferences, named.Alias)))
            .Where(named => named.Person is not null)
            .ToDictionary(named => named.Prompt, named => named.Person!.Id);
        return about.Count == 0 ? null : about;
    }

    /// <summary>The name in a person prompt, chosen or typed; empty where there is none.</summary>
    public static string Alias(Prompt prompt, Components.Journal.PromptInput value) =>
        (prompt.Choices.FirstOrDefault(choice => choice != Choice.Other && value.Chosen.Contains(choice.Id))?.Label ?? value.Text).Trim();

    /// <summary>Two people may go by one name: the one who was chosen is meant.</summary>
    private static Person? Chosen(Preferences preferences, EntryForm form, string prompt) =>
        form.Fields.GetValueOrDefault("choice-" + prompt) is [var chosen] ? preferences.People.FirstOrDefault(person => person.Id.ToString("N") == chosen) : null;

    public static Person? Find(Preferences preferences, string alias) => preferences.People.FirstOrDefault(person => Same(person.Alias, alias));

    private static IEnumerable<(string Prompt, string Alias)> Aliases(EntryForm form) => form.Prompts
        .Where(prompt => prompt.Kind == PromptKind.Person)
        .Select(prompt => (prompt.Id, Alias: Alias(prompt, form.Value(prompt))))
        .Where(named => named.Alias.Length > 0);

    /// <summary>A form that is sent twice names the same one twice, and its entry stays the same entry.</summary>
    private static Guid Id(EntryForm form, string name) => new(SHA256.HashData([.. form.EntryId.ToByteArray(), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16));

    private static string Sign(string text) => text.ReplaceLineEndings(" ").Trim();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.CurrentCultureIgnoreCase);
}
