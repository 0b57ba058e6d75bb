namespace AvoidantGuide.Content.Tests;

public sealed class ContentFilesTests : IDisposable
{
    private readonly ContentOnDisk _disk = new();

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

    [Fact]
    public void A_missing_folder_is_said_to_be_missing() => Assert.Throws<DirectoryNotFoundException>(() => ContentFiles.Read(_disk.Folder + "-none"));

    public void Dispose() => _disk.Dispose();
}
