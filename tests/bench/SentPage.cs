using System.Text;

namespace AvoidantGuide.Bench;

/// <summary>What the site answers, for other servers to answer the same: header lines, an empty line, the body.</summary>
/// <param name="Headers">Without those that every server writes itself.</param>
internal sealed record SentPage(IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string Tag => Headers.Single(header => header.Name == "ETag").Value;

    /// <summary>The answer as it is when it is as small as it goes.</summary>
    public static async Task<SentPage> OfAsync(Uri address)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        await client.GetAsync(address);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var answer = await client.GetAsync(address);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"));
        return new SentPage([.. headers.Select(header => (header.Key, string.Join(", ", header.Value)))], await answer.Content.ReadAsByteArrayAsync());
    }

    public static SentPage Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(0, end)).Split('\n');
        return new SentPage([.. lines.Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]))], bytes[(end + 2)..]);
    }

    public void Write(string file) =>
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes(string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}")) + "\n\n"), .. Body]);
}
