using AngleSharp.Dom;
using AvoidantGuide.Content;
using AvoidantGuide.Web.Components.Guide;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Guide;

/// <summary>Where an id was renamed, links to the old one land at the same place.</summary>
public sealed class MovedTests : BunitContext
{
    private static readonly string[] _ids =
        ["monday", "train", "autonomy-threat", "triggers", "good-time", "sides", "practices", "slow-exit", "slow-exit-form", "drawn", "love"];

    private static readonly Page _page = Samples.Page([.. Samples.EveryBlock(), new PracticeBlock(Samples.Practice(asksSafety: false)) { FormOnly = true }]) with
    {
        Anchors = _ids.ToDictionary(id => "old-" + id),
    };

    [Fact]
    public void Every_kind_of_place_keeps_its_old_id_in_it_or_right_before_it()
    {
        var article = Show(whole: false);

        Assert.All(_ids, id =>
        {
            var (now, old) = (article.Find("#" + id), article.Find("#old-" + id));
            Assert.Empty(old.TextContent);
            Assert.True(now.Contains(old) || old.NextElementSibling?.Id == id, id);
            Assert.DoesNotContain(old.ParentElement!.TagName, new[] { "UL", "DL" });
        });
        var ids = article.FindAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void An_old_id_stands_before_the_words_of_its_place()
    {
        var article = Show(whole: false);

        Assert.All(_ids, id =>
        {
            var (now, old) = (article.Find("#" + id), article.Find("#old-" + id));
            var before = now.Contains(old) ? now.TextContent[..now.TextContent.IndexOf(old.ParentElement!.TextContent, StringComparison.Ordinal)] : "";
            Assert.Empty(before.Trim());
        });
    }

    [Fact]
    public void In_the_whole_guide_there_are_none() => Assert.Empty(Show(whole: true).FindAll("[id^=old-]"));

    [Fact]
    public void The_places_of_sources_keep_theirs()
    {
        var source = new Source("stanton-2017", "Stanton, S.", 2017, "Good moments", null, null, null, null, []);
        var list = Render<SourceList>(p => p.Add(c => c.Sources, [source]).Add(c => c.Anchors, new Dictionary<string, string> { ["stanton"] = "stanton-2017" }));

        Assert.NotNull(list.Find("li#stanton-2017 #stanton"));
    }

    private IRenderedComponent<GuideArticle> Show(bool whole) => Render<GuideArticle>(p => p
        .Add(c => c.Page, _page)
        .Add(c => c.Safety, new SafetyQuestion("Would you be punished?", "Would they punish you?", "Go."))
        .Add(c => c.Whole, whole));
}
