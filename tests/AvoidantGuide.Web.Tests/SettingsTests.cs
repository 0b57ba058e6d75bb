using Microsoft.Extensions.Configuration;

namespace AvoidantGuide.Web.Tests;

/// <summary>A wrong setting is named with its value and with what is right, in one line.</summary>
public sealed class SettingsTests
{
    private static readonly (string, string)[] _postgres =
    [
        ("Journal:Provider", "postgres"), ("ConnectionStrings:Journal", "Host=one.example,two.example;Database=journal;Username=journal"),
        ("Journal:SharedKey", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
    ];

    [Theory]
    [InlineData("Urls", "localhost:5080")]
    [InlineData("Urls", "http://localhost:99999")]
    [InlineData("Urls", "ftp://localhost:5080")]
    [InlineData("Urls", "http://localhost:5080;nonsense")]
    [InlineData("Urls", "http://localhost:5080/guide")]
    [InlineData("Journal:Provider", "mysql")]
    [InlineData("Journal:Provider", "SQLite3")]
    [InlineData("Journal:Provider", "")]
    [InlineData("Journal:RetentionMonths", "0")]
    [InlineData("Journal:RetentionMonths", "-1")]
    [InlineData("Journal:RetentionMonths", "two")]
    [InlineData("Journal:RetentionMonths", "1.5")]
    [InlineData("Journal:RetentionMonths", "99999999999")]
    [InlineData("Journal:RetentionMonths", "")]
    [InlineData("Journal:BackupDays", "30")]
    [InlineData("Journal:BackupDays", "-1")]
    [InlineData("Journal:BackupDays", "")]
    [InlineData("Journal:BackupFolder", "")]
    [InlineData("Journal:BackupFolder", "content/README.md")]
    [InlineData("Journal:StartsPerHour", "0")]
    [InlineData("Journal:StartsPerHour", "many")]
    [InlineData("Journal:SavesPerHour", "-5")]
    [InlineData("Journal:SavesPerHour", "1000000001")]
    [InlineData("ConnectionStrings:Journal", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:Journal", "Data Source=x.db;Mode=Memory")]
    [InlineData("ConnectionStrings:Journal", "Data Source=file:x.db?mode=memory")]
    [InlineData("ConnectionStrings:Journal", "Data Source=")]
    [InlineData("ConnectionStrings:Journal", "")]
    [InlineData("ConnectionStrings:Journal", "data/journal.db")]
    [InlineData("ConnectionStrings:Journal", "Host=localhost;Database=journal")]
    [InlineData("Guide:ContentPath", "no/such/folder")]
    [InlineData("Guide:ContentPath", "content/README.md")]
    [InlineData("Site:PublicUrl", "guide.example")]
    [InlineData("Site:PublicUrl", "ftp://guide.example")]
    [InlineData("Site:PublicUrl", "https://guide.example/path")]
    [InlineData("Site:PublicUrl", "https://guide.example/?a=b")]
    [InlineData("Site:PublicUrl", "https://guide.example/#a")]
    [InlineData("Site:PublicUrl", "https://someone:word@guide.example")]
    [InlineData("Site:LeaveTo", "/weather")]
    [InlineData("Site:LeaveTo", "javascript:alert(1)")]
    [InlineData("Site:LeaveTo", "")]
    [InlineData("Serilog:MinimumLevel", "Loud")]
    [InlineData("Serilog:MinimumLevel:Default", "")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "2")]
    public void A_wrong_one_stops_with_its_key_its_value_and_what_is_right(string key, string value)
    {
        var wrong = Assert.Throws<StartException>(() => Read((key, value)));
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"{value.Split(';')[^1]}\"", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("it should be ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Theory]
    [InlineData("ConnectionStrings:Journal", "Data Source=data/journal.db")]
    [InlineData("ConnectionStrings:Journal", "Host=db.example")]
    [InlineData("ConnectionStrings:Journal", "Host=db.example;Database=journal;Port=many")]
    [InlineData("ConnectionStrings:Journal", "")]
    [InlineData("Journal:SharedKey", "")]
    [InlineData("Journal:SharedKey", "c2hvcnQ=")]
    [InlineData("Journal:SharedKey", "not base64")]
    [InlineData("Journal:DataFolder", "content/README.md")]
    public void With_postgres_a_wrong_one_is_named_and_no_key_is_repeated(string key, string value)
    {
        var wrong = Assert.Throws<StartException>(() => Read([.. _postgres.Where(pair => pair.Item1 != key), (key, value)]));
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("it should be ", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(key != "Journal:SharedKey" || value.Length == 0, wrong.Message.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_on_postgres_keeps_logs_beside_the_program_and_has_a_key_that_servers_share()
    {
        var settings = Read(_postgres);
        Assert.Equal((Journal.JournalProvider.Postgres, Path.Combine(Settings.Root, "data"), 32), (settings.Provider, settings.DataFolder, settings.SharedKey!.Length));
    }

    [Theory]
    [InlineData("Data Source=x.db;Password=secret")]
    [InlineData("Host=localhost;Pwd = secret;Database=journal")]
    public void A_password_is_refused_and_not_repeated(string value)
    {
        var wrong = Assert.Throws<StartException>(() => Read(("ConnectionStrings:Journal", value)));
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(value.Split(';')[0], wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "http://*:80")]
    [InlineData("Urls", "http://+:80;https://[::1]:5443")]
    [InlineData("Urls", "http://0.0.0.0:5080")]
    [InlineData("Journal:RetentionMonths", "1")]
    [InlineData("Journal:BackupDays", "29")]
    [InlineData("Journal:BackupDays", "0")]
    [InlineData("Journal:BackupFolder", "/mnt/elsewhere")]
    [InlineData("Journal:StartsPerHour", "1")]
    [InlineData("Journal:SavesPerHour", "1000000000")]
    [InlineData("Site:PublicUrl", "http://localhost:5080")]
    [InlineData("Site:PublicUrl", "")]
    [InlineData("Site:LeaveTo", "https://elsewhere.example/page?a=b#c")]
    public void A_right_one_is_taken(string key, string value) => Assert.NotNull(Read((key, value)));

    [Fact]
    public void Without_any_the_defaults_hold()
    {
        var settings = Read();
        Assert.Equal(Path.Combine(Settings.Root, "content"), settings.ContentPath);
        Assert.Equal(Path.Combine(Settings.Root, "data"), settings.DataFolder);
        Assert.Equal(24, settings.RetentionMonths);
        Assert.Equal((Path.Combine(settings.DataFolder, "backups"), 7), (settings.BackupFolder, settings.BackupDays));
        Assert.Equal((10_000, 1_000_000), (settings.StartsPerHour, settings.SavesPerHour));
        Assert.Null(settings.PublicUrl);
        Assert.Equal("https", settings.LeaveTo.Scheme);
    }

    [Fact]
    public void Paths_begin_at_the_repository_and_not_where_the_program_was_started()
    {
        Assert.True(File.Exists(Path.Combine(Settings.Root, "AvoidantGuide.sln")));
        Assert.Equal(Path.Combine(Settings.Root, "other"), Read(("ConnectionStrings:Journal", "Data Source=other/x.db")).DataFolder);
    }

    [Theory]
    [InlineData("https://guide.example/", "https://guide.example")]
    [InlineData("https://guide.example:8443", "https://guide.example:8443")]
    public void The_public_address_has_no_slash_at_its_end(string value, string read) => Assert.Equal(read, Read(("Site:PublicUrl", value)).PublicUrl);

    private static Settings Read(params (string Key, string Value)[] settings) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
