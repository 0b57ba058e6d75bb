using System.Text;
using System.Text.Json;

namespace AvoidantGuide.Journal.Tests.Export;

public sealed class JournalExportTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_JSON_holds_all_that_was_written_and_counts_what_is_damaged()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, first) = await store.NewJournalAsync("Très \"calme\"\n<3");
        var damaged = Guid.NewGuid();
        await journal.AddAsync(damaged, Sample.Of("lost"), Cancel);
        await store.SetBlobAsync(damaged, "Body", [1]);
        using var stream = new MemoryStream();
        Assert.Equal(new ExportResult(1, 1), await JournalExport.WriteJsonAsync(journal, stream, Cancel));

        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        Assert.Equal(["format", "version", "settings", "signs", "people", "entries", "damaged"], Names(root));
        Assert.Equal(("notes", 1, 1), (root.GetProperty("format").GetString(), root.GetProperty("version").GetInt32(), root.GetProperty("damaged").GetInt32()));
        var entry = Assert.Single(root.GetProperty("entries").EnumerateArray());
        Assert.Equal(["id", "written", "happened", "practice", "practiceVersion", "choices", "ratings", "answers"], Names(entry));
        Assert.Equal(
            $$"""{"id":"{{first}}","written":"2026-11-22T09:00:00Z","happened":"2026-11-21T22:30:00","practice":"catch-early","practiceVersion":1,"choices":{"noticed":["going-quiet","other"]},"ratings":{"pull":6},"answers":[{"prompt":"noticed","kind":"any-of","asked":"What did you notice?","chosen":[{"id":"going-quiet","label":"Going quiet"},{"id":"other","label":"Something else"}],"text":"","rating":null},{"prompt":"pull","kind":"scale","asked":"How strong was it?","chosen":[],"text":"","rating":6},{"prompt":"words-0","kind":"text","asked":"How would you say it?","chosen":[],"text":"Très \"calme\"\n<3","rating":null}]}""",
            Compact(entry));
    }

    [Fact]
    public async Task The_Markdown_reads_well_and_no_line_of_a_person_leaves_its_quotation()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync("# Not a heading\r\n\r\nsecond");
        using var stream = new MemoryStream();
        Assert.Equal(new ExportResult(1, 0), await JournalExport.WriteMarkdownAsync(journal, stream, _now, Cancel));
        Assert.Equal(
            """
            # Notes, 2026-11-23

            ## 2026-11-22 09:00 UTC, about 2026-11-21 22:30

            ### What did you notice?

            - Going quiet
            - Something else

            ### How strong was it?

            6 of 10

            ### How would you say it?

            > # Not a heading
            >
            > second

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task An_export_is_written_entry_by_entry_without_blocking()
    {
        await using var store = await TemporaryStore.OpenAsync();
        var (journal, _, _) = await store.NewJournalAsync();
        for (var i = 0; i < 20; i++) await journal.AddAsync(Guid.NewGuid(), Sample.Of(new string('a', 10_000)), Cancel);
        using var stream = new AsyncOnlyStream();
        await JournalExport.WriteJsonAsync(journal, stream, Cancel);
        Assert.InRange(stream.Largest, 10_000, 20_000);
        Assert.InRange(stream.Writes, 21, 50);
        await JournalExport.WriteMarkdownAsync(journal, stream, _now, Cancel);
    }

    private static string Compact(JsonElement element) =>
        JsonSerializer.Serialize(element, _plain);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    /// <summary>As a web server's response: writing at once is an error.</summary>
    private sealed class AsyncOnlyStream : MemoryStream
    {
        public int Largest { get; private set; }

        public int Writes { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException();

        public override void Flush() => throw new InvalidOperationException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.Length > 0) Writes++;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
