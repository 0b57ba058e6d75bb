using Microsoft.Playwright;

namespace AvoidantGuide.Browser.Tests;

/// <summary>A person at a browser of their own: its own cookies, one tab or more, and a watch on all of it.</summary>
public sealed class Visitor
{
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    public static readonly ViewportSize Desktop = new() { Width = 1280, Height = 900 };

    private Visitor(Site site, IBrowserContext context, IPage page, Watch watch) => (Site, Context, Page, Watch) = (site, context, page, watch);

    public Site Site { get; }

    public IBrowserContext Context { get; }

    /// <summary>The tab in front.</summary>
    public IPage Page { get; private set; }

    public Watch Watch { get; }

    public ILocator Heading => Page.Locator("h1");

    /// <summary>The one that every page carries at its top; some pages offer it again where it is written about.</summary>
    public ILocator LeaveLink => Link("Leave this site now").First;

    public static Task<Visitor> ArriveAsync(Chromium chromium, Site site, bool javaScript, ViewportSize? size) =>
        ArriveAsync(chromium, site, site.Address, javaScript, size, offline: false);

    /// <summary>Whoever has nothing but the files on their device: any request elsewhere is a fault.</summary>
    public static Task<Visitor> WithoutConnectionAsync(Chromium chromium, Site site, bool javaScript) =>
        ArriveAsync(chromium, site, "file://", javaScript, size: null, offline: true);

    private static async Task<Visitor> ArriveAsync(Chromium chromium, Site site, string home, bool javaScript, ViewportSize? size, bool offline)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address,
            JavaScriptEnabled = javaScript,
            ViewportSize = size ?? Phone,
            ReducedMotion = ReducedMotion.Reduce,
            Offline = offline,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var watch = new Watch(context, home);
        return new Visitor(site, context, await context.NewPageAsync(), watch);
    }

    /// <param name="status">What the site is expected to answer.</param>
    public async Task GoAsync(string address, int status = 200)
    {
        await Page.GotoAsync(address);
        Expect(status);
    }

    /// <summary>Presses the button of this name and waits until the page after it is there.</summary>
    public Task PressAsync(string button, int status = 200) => ClickAsync(Button(button), status);

    /// <summary>Follows the link of this name to another page.</summary>
    public Task FollowAsync(string link) => ClickAsync(Link(link));

    public async Task ClickAsync(ILocator what, int status = 200)
    {
        await LoadAsync(() => what.ClickAsync());
        Expect(status);
    }

    /// <summary>Takes a step that leads to another page and waits until that is there.</summary>
    public async Task LoadAsync(Func<Task> step)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Done;
        try
        {
            await step();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience), TestContext.Current.CancellationToken);
        }
        finally
        {
            Page.Load -= Done;
        }
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Opens another tab and puts it in front; answers with the one that was there.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var before = Page;
        Page = await Context.NewPageAsync();
        return before;
    }

    public async Task TurnToAsync(IPage tab)
    {
        Page = tab;
        await tab.BringToFrontAsync();
    }

    /// <summary>What can be read on the page.</summary>
    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    private void Expect(int status)
    {
        if (status >= 400) Watch.ExpectRefusal(Page.Url.Split('#')[0], status);
    }
}
