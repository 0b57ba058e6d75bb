using AvoidantGuide.Content.Search;

namespace AvoidantGuide.Content.Tests.Search;

/// <summary>The guide that is shipped, and its search: what readers really find.</summary>
public sealed class ShippedGuide : IDisposable
{
    public ShippedGuide()
    {
        Guide = Compiler.Compile(ContentFiles.Read(Repository.Folder("content")), Sample.Now).Guide!;
        Index.Update(Guide);
    }

    public Guide Guide { get; }

    public SearchIndex Index { get; } = new();

    public Found Find(string query) => Index.Find(query);

    public string[] Addresses(string query) => [.. Find(query).Results.Select(result => result.Address)];

    public void Dispose() => Index.Dispose();
}
