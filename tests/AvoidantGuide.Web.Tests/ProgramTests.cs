using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AvoidantGuide.Web.Tests;

/// <summary>Starting the real program: what it says when it cannot, and where it listens.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly Dictionary<string, string> _nothing = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("avoidantguide-program-");

    [Fact]
    public async Task A_wrong_setting_ends_it_with_one_line()
    {
        var run = await ProgramRun.OfAsync(_folder.FullName, new Dictionary<string, string> { ["Journal__RetentionMonths"] = "two" });
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("The setting Journal:RetentionMonths is \"two\"; it should be a whole number of months from 1 to 1200.", Assert.Single(Lines(run.Error)));
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task A_content_folder_that_is_not_there_ends_it_with_one_line()
    {
        var run = await ProgramRun.OfAsync(_folder.FullName, _nothing, "--Guide:ContentPath", "/no/such/folder");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Guide:ContentPath is \"/no/such/folder\"", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_content_at_the_start_is_printed_as_editors_can_read_it()
    {
        using var content = new ContentCopy();
        content.Change("guide/the-switch.md", ":::quote", ":::qoute");
        var run = await ProgramRun.OfAsync(
            _folder.FullName, _nothing, "--Guide:ContentPath", content.Path, "--ConnectionStrings:Journal", $"Data Source={_folder.FullName}/data/journal.db");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^.*/guide/the-switch\.md\(\d+,\d+\): error AG2\d\d: .*qoute.*quote", Lines(run.Error)[1]);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var run = await ProgramRun.OfAsync(
            _folder.FullName, _nothing, "--urls", address, "--ConnectionStrings:Journal", $"Data Source={_folder.FullName}/data/journal.db");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(address, Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_said_at_the_start()
    {
        await using var server = new ServerProcess();
        Directory.CreateDirectory(server.Data);
        await File.WriteAllTextAsync(Path.Combine(server.Data, "keys"), "in the way", TestContext.Current.CancellationToken);
        await server.StartAsync();
        Assert.Contains("No form can be sent: the keys that seal forms cannot be read or written", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_without_a_certificate_says_in_one_line_where_to_name_one()
    {
        var run = await ProgramRun.OfAsync(
            _folder.FullName, _nothing, "--urls", "https://127.0.0.1:0", "--ConnectionStrings:Journal", $"Data Source={_folder.FullName}/data/journal.db");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Kestrel:Certificates:Default:Path", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    public async Task Asking_how_it_works_does_not_start_the_site(string asked)
    {
        var run = await ProgramRun.OfAsync(_folder.FullName, _nothing, asked);
        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", run.Out);
    }

    [Fact]
    public async Task A_misspelt_command_does_not_start_the_site()
    {
        var run = await ProgramRun.OfAsync(_folder.FullName, new Dictionary<string, string> { ["Urls"] = "nonsense" }, "chekc");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("chekc", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Urls", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_lines_address_wins_over_the_environments()
    {
        await using var server = new ServerProcess();
        await server.StartAsync(new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://127.0.0.2:0" }, "--urls", "http://127.0.0.1:0");
        Assert.Equal("127.0.0.1", server.Address.Host);
    }

    [Fact]
    public async Task Without_an_address_it_listens_on_this_machine_only()
    {
        await using var site = new Site();
        Assert.Equal("http://localhost:5080", site.Services.GetRequiredService<IConfiguration>()["Urls"]);
    }

    [Fact]
    public async Task Another_address_takes_the_place_of_the_default()
    {
        await using var site = new Site().With("Urls", "http://localhost:5099");
        Assert.Equal("http://localhost:5099", site.Services.GetRequiredService<IConfiguration>()["Urls"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
