namespace AvoidantGuide.Bench;

/// <summary>A person with an open journal of so many entries.</summary>
internal sealed record Keeper(int Size, HttpClient Client)
{
    public static async Task<Keeper> OpenAsync(Uri address, int size, string code)
    {
        // By hand: a client keeps no Secure cookie over http, as browsers do on this machine.
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent([new("code", code)]);
        var opened = await client.PostAsync("/journal", form);
        client.DefaultRequestHeaders.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return new Keeper(size, client);
    }

    /// <summary>Reads a page to its end.</summary>
    public async Task ReadAsync(string page)
    {
        using var answer = await Client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync();
    }
}
