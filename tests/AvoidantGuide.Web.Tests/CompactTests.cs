using System.Text;
using AvoidantGuide.Web.Finished;
using AvoidantGuide.Web.Tests.Pages;

namespace AvoidantGuide.Web.Tests;

public sealed class CompactTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("<p>\n    A\n  </p>\n", "<p>\nA\n</p>\n")]
    [InlineData("<p>a\n\u3000\u3000b</p>", "<p>a\n\u3000\u3000b</p>")]
    [InlineData("<input name=\"a\" value=\"1\" />", "<input name=\"a\" value=\"1\">")]
    [InlineData("<svg><path d=\"M0 0\" /></svg>", "<svg><path d=\"M0 0\" /></svg>")]
    [InlineData("<pre>\n  a\n    b</pre>\n  <textarea>\n  c</textarea>", "<pre>\n  a\n    b</pre>\n<textarea>\n  c</textarea>")]
    [InlineData("<style>\n  a{}</style><script>\n  b()</script>", "<style>\n  a{}</style><script>\n  b()</script>")]
    public void Only_what_no_reader_sees_is_left_out(string page, string compact) =>
        Assert.Equal(compact, Encoding.UTF8.GetString(Compact.Html(Encoding.UTF8.GetBytes(page))));

    [Fact]
    public async Task A_finished_page_says_what_an_editor_sees()
    {
        await using var editors = new Site().ForEditors();
        foreach (var address in GuidePageTests.Guide.Select(row => row.Data))
        {
            var (made, finished) = (await editors.NewVisitor().GetAsync(address), await site.NewVisitor().GetAsync(address));
            Assert.Equal(Words(made.Document), Words(finished.Document));
        }

        static string Words(AngleSharp.Dom.IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
