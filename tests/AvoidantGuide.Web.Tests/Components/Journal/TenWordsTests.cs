using AvoidantGuide.Web.Components.Journal;
using Bunit;

namespace AvoidantGuide.Web.Tests.Components.Journal;

public sealed class TenWordsTests : BunitContext
{
    [Fact]
    public void The_words_stand_in_their_order_numbered_and_are_never_translated() =>
        Render<TenWords>(p => p.Add(c => c.Words, ["lantern", "copper"])).MarkupMatches(
            """<ol class="words" translate="no"><li>lantern</li><li>copper</li></ol>""");
}
