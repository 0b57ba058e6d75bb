using System.Text.Json;

namespace AvoidantGuide.Web.Tests.Commands;

/// <summary><c>check</c>, as an editor or a build runs it.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly Dictionary<string, string> _nothing = [];
    private readonly ContentCopy _content = new();

    [Fact]
    public async Task The_content_that_is_shipped_passes()
    {
        var run = await RunAsync("check");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("0 errors", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_folder_fails_with_a_line_that_editors_can_read()
    {
        Break();
        var run = await RunAsync("check", _content.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"(?m)^{_content.Path}/guide/the-switch\.md\(\d+,\d+\): error AG2\d\d: .*qoute", run.Out);
        Assert.Contains("1 errors", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_folder_is_the_callers_and_is_shown_as_it_was_given()
    {
        Break();
        var run = await ProgramRun.OfAsync(Path.GetDirectoryName(_content.Path)!, _nothing, "check", Path.GetFileName(_content.Path) + "/");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"(?m)^{Path.GetFileName(_content.Path)}/guide/the-switch\.md\(\d+,\d+\): error ", run.Out);
    }

    [Fact]
    public async Task For_programs_the_problems_are_an_array()
    {
        Break();
        var run = await RunAsync("check", _content.Path, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        var problem = Assert.Single(JsonDocument.Parse(run.Out).RootElement.EnumerateArray(), problem => problem.GetProperty("severity").GetString() == "error");
        Assert.Equal($"{_content.Path}/guide/the-switch.md", problem.GetProperty("file").GetString());
        Assert.StartsWith("AG2", problem.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("line").GetInt32() > 1);
    }

    [Fact]
    public async Task For_a_review_the_problems_are_its_commands()
    {
        Break();
        var run = await RunAsync("check", _content.Path, "--format", "github");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"(?m)^::error file={_content.Path}/guide/the-switch\.md,line=\d+,col=\d+,title=AG2\d\d::", run.Out);
        Assert.All(run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("::", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("github")]
    public async Task Without_problems_every_form_is_still_well_formed(string format)
    {
        var run = await RunAsync("check", "--format", format);
        Assert.Equal(0, run.ExitCode);
        if (format == "json") Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(run.Out).RootElement.ValueKind);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_cannot_be_checked()
    {
        var run = await RunAsync("check", "no-such-folder");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{Path.Combine(_content.Path, "no-such-folder")}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_form_is_refused_with_those_there_are()
    {
        var run = await RunAsync("check", "--format", "xml");
        Assert.NotEqual(0, run.ExitCode);
        foreach (var form in new[] { "text", "json", "github" }) Assert.Contains(form, run.Error + run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_fails_only_when_it_is_strict()
    {
        _content.Change("guide/the-switch.md", "next: 2027-11-22", "next: 2026-11-22");
        _content.Change("guide/the-switch.md", "on: 2026-11-22", "on: 2020-01-01");
        _content.Change("guide/the-switch.md", "next: 2026-11-22", "next: 2021-01-01");
        var usual = await RunAsync("check", _content.Path);
        Assert.Contains(": warning AG", usual.Out, StringComparison.Ordinal);
        Assert.Equal(0, usual.ExitCode);
        Assert.Equal(1, (await RunAsync("check", _content.Path, "--strict")).ExitCode);
    }

    [Fact]
    public async Task Accepting_writes_the_ids_and_from_then_on_none_may_go()
    {
        var ids = Path.Combine(_content.Path, "published-ids.yml");
        File.Delete(ids);
        Assert.Equal(0, (await RunAsync("check", _content.Path, "--accept")).ExitCode);
        Assert.Contains("the-switch", await File.ReadAllTextAsync(ids, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check", _content.Path)).ExitCode);

        _content.Change("practices/catch-early.md", "## Where in the body? {#body ", "## Where in the body? {#where ");
        var run = await RunAsync("check", _content.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error AG4", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_is_counted_and_what_is_accepted_is_named()
    {
        Assert.DoesNotContain("accepted", (await RunAsync("check", _content.Path)).Out, StringComparison.Ordinal);
        _content.Change("guide/the-switch.md", "\n---\n", "\naliases: [/an-old-one]\nanchors: { an-old-place: closeness-itself }\n---\n");

        Assert.Contains("warnings. 2 new ids are not yet accepted: run check --accept when they are published\n", (await RunAsync("check", _content.Path)).Out, StringComparison.Ordinal);
        var accepted = await RunAsync("check", _content.Path, "--accept");
        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal("Ids that are new in published-ids.yml:\n    /an-old-one\n    /the-switch#an-old-place\nOutlines that are new in outlines.yml:\n    guide/the-switch.md\n0 errors, 0 warnings\n", accepted.Out.ReplaceLineEndings("\n"));
        Assert.Equal("Everything was accepted before.\n0 errors, 0 warnings\n", (await RunAsync("check", _content.Path, "--accept")).Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_list_of_ids_that_is_gone_is_missed()
    {
        File.Delete(Path.Combine(_content.Path, "published-ids.yml"));
        var run = await RunAsync("check", _content.Path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("published-ids.yml(1,1): warning AG406", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_was_renamed_is_said_first_and_nothing_that_follows_from_it()
    {
        Directory.Move(Path.Combine(_content.Path, "guide"), Path.Combine(_content.Path, "guides"));
        var run = await RunAsync("check", _content.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{_content.Path}/guide(1,1): error AG311: guide/ is not there", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AG401", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_accepted_while_there_are_errors()
    {
        var ids = Path.Combine(_content.Path, "published-ids.yml");
        File.Delete(ids);
        Break();
        Assert.Equal(1, (await RunAsync("check", _content.Path, "--accept")).ExitCode);
        Assert.False(File.Exists(ids));
    }

    public void Dispose() => _content.Dispose();

    private void Break() => _content.Change("guide/the-switch.md", ":::quote", ":::qoute");

    private Task<ProgramRun> RunAsync(params string[] args) => ProgramRun.OfAsync(_content.Path, _nothing, args);
}
