using System.Text.Json;
using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests.Reading;

public sealed class TraceTests(Chromium chromium, Site site) : BrowserTest(chromium, site)
{
    /// <summary>With JavaScript on: without it, only the server could set anything, and it does not know the difference.</summary>
    [Fact]
    public async Task Reading_leaves_no_cookie_and_stores_nothing()
    {
        var reader = await ArriveAsync();
        foreach (var address in Published.Addresses) await reader.GoAsync(address.Data);
        await reader.GoAsync("/journal");
        await reader.GoAsync("/journal/write");
        await reader.PressAsync(Writing.Keeper.BlankPage);

        Assert.Empty(await reader.Context.CookiesAsync());
        using var state = JsonDocument.Parse(await reader.Context.StorageStateAsync(new BrowserContextStorageStateOptions { IndexedDB = true }));
        Assert.Empty(state.RootElement.GetProperty("origins").EnumerateArray());
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>(
            "async () => sessionStorage.length + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"));
    }
}
