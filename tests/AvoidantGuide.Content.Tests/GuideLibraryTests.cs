namespace AvoidantGuide.Content.Tests;

public sealed class GuideLibraryTests : IDisposable
{
    private readonly ContentOnDisk _disk = new();
    private readonly HandClock _clock = new(Sample.Now);
    private readonly List<IReadOnlyList<Problem>> _reports = [];

    [Fact]
    public void A_saved_file_shows_on_the_next_call()
    {
        var library = Open();

        _disk.Write("guide/the-switch.md", Sample.Page.Replace("\"The switch\"", "\"The turn\"", StringComparison.Ordinal));

        Assert.Equal("The turn", library.Refresh().PageAt("/the-switch")!.Title);
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_second_save_of_the_same_length_within_one_step_of_the_file_systems_clock_shows_too()
    {
        var library = Open();
        var step = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1);
        foreach (var title in (string[])["Title one", "Title two", "Title six"])
        {
            _disk.Write("guide/the-switch.md", Sample.Page.Replace("The switch", title, StringComparison.Ordinal));
            File.SetLastWriteTimeUtc(Path.Combine(_disk.Folder, "guide/the-switch.md"), step);

            Assert.Equal(title, library.Refresh().PageAt("/the-switch")!.Title);
        }
    }

    [Fact]
    public void Told_of_a_page_it_looks_at_that_page_and_told_of_what_editors_leave_beside_one_at_nothing()
    {
        var library = Open();
        _disk.Write("guide/the-switch.md", Sample.Page.Replace("\"The switch\"", "\"The turn\"", StringComparison.Ordinal));
        var before = library.Current;

        Assert.Same(before, library.Refresh(["guide/the-switch.md.new", "guide/.the-switch.md.swp", "guide/4913", "README.md"]));
        Assert.Equal("The turn", library.Refresh(["guide/the-switch.md.new", "guide/the-switch.md"]).PageAt("/the-switch")!.Title);
    }

    [Fact]
    public void Told_of_its_folder_it_looks_at_everything()
    {
        foreach (var folder in (string[])["guide", "."])
        {
            using var content = new ContentOnDisk();
            var library = GuideLibrary.Open(content.Folder, _clock, _reports.Add);
            content.Write("guide/the-switch.md", Sample.Page.Replace("\"The switch\"", "\"The turn\"", StringComparison.Ordinal));

            Assert.Equal("The turn", library.Refresh([folder]).PageAt("/the-switch")!.Title);
        }
    }

    [Fact]
    public void A_save_of_the_same_length_and_time_shows_where_the_file_system_names_it()
    {
        var library = Open();
        var path = Path.Combine(_disk.Folder, "guide/the-switch.md");
        var time = File.GetLastWriteTimeUtc(path);
        _disk.Write("guide/the-switch.md", Sample.Page.Replace("The switch", "The swatch", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time);

        Assert.Equal("The swatch", library.Refresh(["guide/the-switch.md"]).PageAt("/the-switch")!.Title);
    }

    [Fact]
    public void Without_a_change_the_guide_is_the_same()
    {
        var library = Open();

        Assert.Same(library.Refresh(), library.Refresh());
    }

    [Fact]
    public void A_broken_save_keeps_the_last_good_page_and_the_other_changes()
    {
        var library = Open();

        _disk.Write("guide/the-switch.md", "broken");
        _disk.Write("glossary.md", Sample.Glossary.Replace("Turning", "Moving", StringComparison.Ordinal));
        var guide = library.Refresh();

        Assert.NotNull(guide.PageAt("/the-switch"));
        Assert.StartsWith("Moving", guide.Terms[0].Definition, StringComparison.Ordinal);
        Assert.Equal(["AG105"], Assert.Single(_reports).Select(problem => problem.Code));
    }

    [Fact]
    public void A_broken_save_is_reported_once_and_its_mending_too()
    {
        var library = Open();

        _disk.Write("guide/the-switch.md", "broken");
        _ = library.Refresh();
        _ = library.Refresh();
        _disk.Write("guide/the-switch.md", Sample.Page);
        _ = library.Refresh();
        _ = library.Refresh();

        Assert.Equal([1, 0], _reports.Select(report => report.Count));
    }

    [Fact]
    public void A_new_broken_file_is_left_out()
    {
        var library = Open();

        _disk.Write("guide/new.md", Sample.PageNamed("new") + "<b>");
        _disk.Write("guide/other.md", Sample.PageNamed("other"));

        Assert.Null(library.Refresh().PageAt("/new"));
        Assert.NotNull(library.Refresh().PageAt("/other"));
    }

    [Fact]
    public void An_error_that_putting_back_cannot_mend_keeps_everything()
    {
        var library = Open();
        var before = library.Refresh();

        _disk.Write("glossary.md", Sample.Glossary.Replace("#deactivation", "#another", StringComparison.Ordinal));

        Assert.Equal(before.Terms.Select(term => term.Id), library.Refresh().Terms.Select(term => term.Id));
        Assert.Equal(["AG306"], Assert.Single(_reports).Select(problem => problem.Code));
    }

    [Fact]
    public void A_removed_page_is_gone_and_a_removed_folder_keeps_the_guide()
    {
        _disk.Write("guide/other.md", Sample.PageNamed("other"));
        var library = Open();

        _disk.Delete("guide/other.md");
        Assert.Null(library.Refresh().PageAt("/other"));

        _disk.Remove();
        Assert.NotNull(library.Refresh().PageAt("/the-switch"));
        Assert.NotNull(library.Refresh().PageAt("/the-switch"));
        Assert.Equal(["AG104"], Assert.Single(_reports).Select(problem => problem.Code));
    }

    [Fact]
    public void A_folder_that_comes_back_is_read_again()
    {
        var library = Open();
        _disk.Remove();
        _ = library.Refresh();

        _disk.WriteAll(Sample.Texts());
        _disk.Write("guide/other.md", Sample.PageNamed("other"));

        Assert.NotNull(library.Refresh().PageAt("/other"));
        Assert.Empty(_reports[^1]);
    }

    [Fact]
    public void Bytes_that_are_not_text_keep_the_last_good_page()
    {
        var library = Open();

        _disk.Write("guide/the-switch.md", [.. "---\nid: é"u8, 0xff, 0xfe]);

        Assert.NotNull(library.Refresh().PageAt("/the-switch"));
        var problem = Assert.Single(Assert.Single(_reports));
        Assert.Equal(("AG101", 2, 6), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_page_appears_when_its_time_comes()
    {
        _disk.Write("guide/later.md", Sample.PageNamed("later").Replace("status: published", "status: published\npublish: 2026-11-22T10:00Z", StringComparison.Ordinal));
        var library = Open();
        Assert.Null(library.Refresh().PageAt("/later"));

        _clock.Now = Sample.Now.AddMinutes(59);
        Assert.Null(library.Refresh().PageAt("/later"));

        _clock.Now = Sample.Now.AddMinutes(60);
        Assert.NotNull(library.Refresh().PageAt("/later"));
    }

    [Fact]
    public void A_page_appears_in_time_while_another_file_is_broken()
    {
        _disk.Write("guide/later.md", Sample.PageNamed("later").Replace("status: published", "status: published\npublish: 2026-11-22T10:00Z", StringComparison.Ordinal));
        var library = Open();
        _disk.Write("guide/the-switch.md", "broken");
        _ = library.Refresh();

        _clock.Now = Sample.Now.AddHours(1);

        Assert.NotNull(library.Refresh().PageAt("/later"));
    }

    [Fact]
    public void A_review_of_a_day_to_come_is_an_error_until_that_day()
    {
        var library = Open();
        _disk.Write("guide/the-switch.md", Sample.Page.Replace("on: 2026-11-20", "on: 2026-11-25", StringComparison.Ordinal));
        Assert.Equal(20, library.Refresh().PageAt("/the-switch")!.ReviewedOn.Day);
        Assert.Equal(["AG112"], library.Problems.Select(problem => problem.Code));

        _clock.Now = Sample.Now.AddDays(3);

        Assert.Equal(25, library.Refresh().PageAt("/the-switch")!.ReviewedOn.Day);
        Assert.Empty(library.Problems);
    }

    [Fact]
    public void A_broken_folder_does_not_open()
    {
        _disk.Write("guide/the-switch.md", "broken");

        var broken = Assert.Throws<BrokenContentException>(Open);

        Assert.Equal(["AG105"], broken.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_missing_folder_does_not_open() =>
        Assert.Throws<DirectoryNotFoundException>(() => GuideLibrary.Open(_disk.Folder + "-none", _clock, _reports.Add));

    [Fact]
    public void Many_readers_at_once_all_get_a_guide()
    {
        var library = Open();

        Parallel.For(0, 200, step =>
        {
            if (step % 20 == 0)
                _disk.Write("guide/other.md", Sample.PageNamed("other") + string.Concat(Enumerable.Repeat("word ", step)));
            Assert.NotNull(library.Refresh().PageAt("/the-switch"));
        });
    }

    public void Dispose() => _disk.Dispose();

    private GuideLibrary Open()
    {
        _disk.Settle();
        return GuideLibrary.Open(_disk.Folder, _clock, _reports.Add);
    }

    [Fact]
    public void A_page_copied_before_its_id_is_changed_is_named_and_readers_keep_what_they_have()
    {
        using var content = new ContentOnDisk();
        content.Write("published-ids.yml", PublishedIds.Of(Sample.Compile().Guide!));
        var library = GuideLibrary.Open(content.Folder, new HandClock(Sample.Now), _ => { });

        content.Write("guide/copy.md", Sample.Page);

        Assert.NotNull(library.Refresh().PageAt("/the-switch"));
        Assert.Contains(library.Problems, problem => problem.Code == "AG404");
    }

    [Fact]
    public void A_review_at_the_end_of_time_and_a_link_in_a_circle_harm_nothing()
    {
        using var content = new ContentOnDisk();
        var library = GuideLibrary.Open(content.Folder, new HandClock(Sample.Now), _ => { });
        File.CreateSymbolicLink(Path.Combine(content.Folder, "guide", "circle.md"), "circle.md");

        content.Write("guide/the-switch.md", Sample.Page.Replace("2027-11-20", "9999-12-31", StringComparison.Ordinal));

        Assert.Equal(9999, library.Refresh().PageAt("/the-switch")!.ReviewedNext.Year);
        Assert.Empty(library.Problems);
    }
}
