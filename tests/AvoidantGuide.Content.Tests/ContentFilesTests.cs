namespace AvoidantGuide.Content.Tests;

public sealed class ContentFilesTests : IDisposable
{
    private readonly ContentOnDisk _disk = new();

    [Fact]
    public void A_text_of_any_length_is_given_back_as_it_was_saved()
    {
        var random = new Random(20261123);
        foreach (var length in (int[])[0, 1, 100, 10_000, 300_000])
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? "é🙂" : ((char)random.Next(' ', '~')).ToString()));
            _disk.Write("guide/long.md", text);

            Assert.Equal(text, ContentFiles.Read(_disk.Folder).Texts["guide/long.md"]);
        }
    }

    [Fact]
    public void Only_the_guides_own_files_are_read()
    {
        _disk.Write("README.md", "x");
        _disk.Write("guide/notes.txt", "x");
        _disk.Write("guide/deeper/page.md", "x");
        _disk.Write("figures/drawing.png", "x");

        Assert.Equal(Sample.Texts().Keys.Order(StringComparer.Ordinal), ContentFiles.Read(_disk.Folder).Texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var elsewhere = new ContentOnDisk();
        File.CreateSymbolicLink(Path.Combine(_disk.Folder, "guide/outside.md"), Path.Combine(elsewhere.Folder, "guide/the-switch.md"));
        File.CreateSymbolicLink(Path.Combine(_disk.Folder, "guide/inside.md"), Path.Combine(_disk.Folder, "guide/the-switch.md"));
        Directory.CreateSymbolicLink(Path.Combine(_disk.Folder, "practice"), elsewhere.Folder);
        Directory.Delete(Path.Combine(_disk.Folder, "practices"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_disk.Folder, "practices"), Path.Combine(elsewhere.Folder, "practices"));

        var texts = ContentFiles.Read(_disk.Folder).Texts.Keys;

        Assert.Contains("guide/inside.md", texts);
        Assert.DoesNotContain("guide/outside.md", texts);
        Assert.DoesNotContain("practices/catch-early.md", texts);
    }

    [Fact]
    public void A_page_that_became_a_link_out_of_the_folder_is_told_of_and_nothing_that_follows_from_it()
    {
        using var elsewhere = new ContentOnDisk();
        _disk.Write("published-ids.yml", PublishedIds.Of(Sample.Compile().Guide!));
        _disk.Write("sources.yml", "");
        _disk.Write("glossary.md", Sample.Glossary.Replace("Turning a need", "Turning a [need](the-switch.md#a-place)", StringComparison.Ordinal));
        _disk.Write("guide/other.md", Sample.PageNamed("other") + "See [it](the-switch.md).");
        _disk.Delete("guide/the-switch.md");
        File.CreateSymbolicLink(Path.Combine(_disk.Folder, "guide/the-switch.md"), Path.Combine(elsewhere.Folder, "guide/the-switch.md"));

        var problem = Assert.Single(Compiler.Compile(ContentFiles.Read(_disk.Folder), Sample.Now).Problems);

        Assert.Equal(("guide/the-switch.md", "AG104"), (problem.File, problem.Code));
        Assert.Contains("leads out of", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_became_a_link_out_of_it_is_told_of()
    {
        using var elsewhere = new ContentOnDisk();
        _disk.Write("published-ids.yml", PublishedIds.Of(Sample.Compile().Guide!));
        Directory.Delete(Path.Combine(_disk.Folder, "guide"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_disk.Folder, "guide"), Path.Combine(elsewhere.Folder, "guide"));

        var problem = Assert.Single(Compiler.Compile(ContentFiles.Read(_disk.Folder), Sample.Now).Problems);

        Assert.Equal(("guide", "AG104"), (problem.File, problem.Code));
    }

    [Fact]
    public void A_lock_that_an_editor_leaves_as_a_link_is_no_file_of_the_guide()
    {
        File.CreateSymbolicLink(Path.Combine(_disk.Folder, "guide/.#the-switch.md"), "someone@somewhere.1234");

        Assert.Empty(ContentFiles.Read(_disk.Folder).Problems);
    }

    [Fact]
    public void A_file_that_is_too_large_is_a_problem()
    {
        _disk.Write("guide/large.md", new byte[(1024 * 1024) + 1]);

        var problem = Assert.Single(ContentFiles.Read(_disk.Folder).Problems);

        Assert.Equal(("guide/large.md", "AG104"), (problem.File, problem.Code));
    }

    [Fact]
    public void Text_after_a_broken_byte_is_named_where_it_breaks()
    {
        _disk.Write("guide/broken.md", [.. "---\nid: \u00e9"u8, 0xc3]);

        var problem = Assert.Single(ContentFiles.Read(_disk.Folder).Problems);

        Assert.Equal(("AG101", 2, 6, "id: \u00e9"), (problem.Code, problem.Line, problem.Column, problem.Excerpt));
    }

    [Theory]
    [InlineData("guide/drafts/new.md", "guide/drafts", "guide/, and end in .md")]
    [InlineData("practices/old/new.md", "practices/old", "practices/, and end in .md")]
    [InlineData("about.md", "about.md", "guide/, and end in .md")]
    [InlineData("guide/new.txt", "guide/new.txt", "end in .md")]
    [InlineData("guide/new.markdown", "guide/new.markdown", "end in .md")]
    [InlineData("figures/new.png", "figures/new.png", "figures/, and end in .svg")]
    [InlineData("search.yaml", "search.yaml", "\"search.yml\"")]
    [InlineData("help.yaml", "help.yaml", "\"help.yml\"")]
    [InlineData("sources.yaml", "sources.yaml", "\"sources.yml\"")]
    [InlineData("Glossary.md", "Glossary.md", "\"glossary.md\"")]
    public void A_file_that_is_not_read_is_told_of_and_changes_nothing(string path, string told, string says)
    {
        _disk.Write(path, "x");

        var compiled = Compiler.Compile(ContentFiles.Read(_disk.Folder), Sample.Now);

        var problem = Assert.Single(compiled.Problems);
        Assert.Equal((told, "AG104", Severity.Warning), (problem.File, problem.Code, problem.Severity));
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Matches(@"^\S.+[.:,] ([\w\p{P}\p{S}].+)[.?]$", problem.Message);
        Assert.NotNull(compiled.Guide);
    }

    [Fact]
    public void A_file_that_is_not_read_hides_nothing_that_is_found_in_others()
    {
        _disk.Write("guide/new.txt", "x");
        _disk.Write("glossary.md", Sample.Glossary + "\n\n## Unused {#unused-term strength=mixed}\n\nWords.\n");

        Assert.Equal(["AG310", "AG104"], Compiler.Compile(ContentFiles.Read(_disk.Folder), Sample.Now).Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("figures/README.md")]
    [InlineData(".gitattributes")]
    [InlineData("guide/.the-switch.md.swp")]
    [InlineData("guide/the-switch.md~")]
    [InlineData("guide/the-switch.md.new")]
    [InlineData(".git/config")]
    [InlineData("guide/.obsidian/app.json")]
    public void What_programs_leave_beside_the_guides_files_is_passed_over(string path)
    {
        _disk.Write(path, "x");

        Assert.Empty(ContentFiles.Read(_disk.Folder).Problems);
    }

    [Fact]
    public void A_missing_folder_is_said_to_be_missing() => Assert.Throws<DirectoryNotFoundException>(() => ContentFiles.Read(_disk.Folder + "-none"));

    public void Dispose() => _disk.Dispose();
}
