using System.Net;

namespace AvoidantGuide.Web.Tests.Pages.Journal;

/// <summary>Changing the ten words.</summary>
public sealed class WordsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task New_words_open_the_journal_and_the_old_ones_no_more()
    {
        var visitor = site.NewVisitor();
        var old = await visitor.StartJournalAsync("kept through the change");
        var elsewhere = site.NewVisitor();
        await elsewhere.UnlockAsync(old);

        var words = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        var fresh = Keeper.Words(words);
        var changed = await visitor.ConfirmAsync(words, "Change the words");

        Assert.Equal("The words are changed", changed.Heading);
        Assert.NotEqual(old, fresh);
        Assert.Equal("Your journal", (await visitor.GetAsync("/journal")).Heading);
        Assert.Equal("A private journal", (await elsewhere.GetAsync("/journal")).Heading);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await elsewhere.UnlockAsync(old)).Status);
        var opened = await elsewhere.UnlockAsync(fresh);
        var entry = await elsewhere.GetAsync(opened.Document.QuerySelector("ul.entries a")!.GetAttribute("href")!);
        Assert.Contains("kept through the change", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_words_asked_back_change_nothing()
    {
        var visitor = site.NewVisitor();
        var old = await visitor.StartJournalAsync();
        var words = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        var ask = await visitor.PressAsync(words, "I have them. Go on");

        var again = await visitor.PressAsync(ask, "Change the words", ("first", "wrong"), ("second", "wrong"));

        Assert.Contains("Nothing is changed yet", again.Text, StringComparison.Ordinal);
        Assert.Equal(Keeper.Words(words), Keeper.Words(again));
        Assert.Equal("Your journal", (await site.NewVisitor().UnlockAsync(old)).Heading);
    }

    [Fact]
    public async Task A_session_that_ended_around_the_change_says_truly_which_words_open_it()
    {
        var visitor = site.NewVisitor();
        var old = await visitor.StartJournalAsync();
        var words = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        await visitor.PressAsync(words, "Close and lock");

        var closed = await visitor.PressAsync(words, "I have them. Go on");

        Assert.Contains("The ten new words you saw do not open it", closed.Text, StringComparison.Ordinal);
        Assert.Equal("Your journal", (await visitor.UnlockAsync(old)).Heading);
        var ask = await visitor.PressAsync(words, "I have them. Go on");
        var done = await visitor.AnswerAsync(ask, Keeper.Words(words).Split(' '), "Change the words");
        await visitor.PressAsync(done, "Close and lock");
        Assert.Contains("The ten new words open it now", (await visitor.AnswerAsync(ask, Keeper.Words(words).Split(' '), "Change the words")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_words_that_were_used_are_shown_and_used_no_more()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var first = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        var ask = await visitor.PressAsync(first, "I have them. Go on");
        await visitor.AnswerAsync(ask, Keeper.Words(first).Split(' '), "Change the words");
        var second = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        await visitor.ConfirmAsync(second, "Change the words");

        Seen[] again =
        [
            await visitor.PressAsync(first, "I have them. Go on"),
            await visitor.PressAsync(ask, "Show the ten words again"),
            await visitor.AnswerAsync(ask, Keeper.Words(first).Split(' '), "Change the words"),
        ];

        Assert.All(again, page => Assert.Equal(HttpStatusCode.Conflict, page.Status));
        Assert.Equal("Your journal", (await site.NewVisitor().UnlockAsync(Keeper.Words(second))).Heading);
    }

    [Fact]
    public async Task New_words_made_for_one_journal_change_no_other()
    {
        var visitor = site.NewVisitor();
        await visitor.StartJournalAsync();
        var words = await visitor.PressAsync(await visitor.GetAsync("/journal/words"), "Make ten new words");
        var other = site.NewVisitor();
        await other.StartJournalAsync();
        var sealedWords = words.Document.QuerySelector("input[name='sealed']")!.GetAttribute("value")!;
        var page = await other.GetAsync("/journal/words");

        var refused = await other.PressAsync(page, "Make ten new words", ("sealed", sealedWords), ("step", "ask"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Your words are as they were", refused.Text, StringComparison.Ordinal);
    }
}
