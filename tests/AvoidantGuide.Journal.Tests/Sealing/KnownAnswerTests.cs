using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AvoidantGuide.Journal.Tests.Sealing;

/// <summary>The answers of docs/journal-format.md, computed by another implementation; and one of RFC 5869.</summary>
public sealed class KnownAnswerTests
{
    private const string Head = """{"written":"2026-11-22T09:00:00+00:00","happened":"2026-11-21T22:30:00","practice":"catch-early","version":1,"choices":{"noticed":["going-quiet"]},"ratings":{"pull":6}}""";
    private const string Body = """[{"prompt":"words","kind":"text","asked":"How would you say it?","chosen":[],"text":"Très calme.","rating":null}]""";
    private const string PreferencesText = """{"times":{"idle":"00:20:00","total":"02:00:00"},"spellcheck":false,"timeZone":"Europe/Paris"}""";

    private static readonly Guid _journal = Guid.Parse("00112233-4455-4677-8899-aabbccddeeff");
    private static readonly Guid _entry = Guid.Parse("0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0");
    private static readonly byte[] _dataKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] _secret = [.. Enumerable.Range(32, 32).Select(i => (byte)i)];
    private static readonly JournalCode _code = new(["aground", "cartload", "defuse", "expensive", "headless", "morse", "pound", "runner", "statistic", "unenvied"]);

    [Fact]
    public void The_key_derivation_is_HKDF_of_RFC_5869_test_case_1()
    {
        var prk = new byte[32];
        var okm = new byte[42];
        HKDF.Extract(HashAlgorithmName.SHA256, [.. Enumerable.Repeat((byte)0x0b, 22)], Convert.FromHexString("000102030405060708090a0b0c"), prk);
        HKDF.Expand(HashAlgorithmName.SHA256, prk, okm, Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9"));
        Assert.Equal("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5", Hex(prk));
        Assert.Equal("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", Hex(okm));
    }

    [Fact]
    public void A_code_gives_its_locator_and_key()
    {
        Assert.Equal("e2fcac669d142b090d4c1ba3f4f1500260589321d669f85be79cc3991b671172", Hex(KeyDerivation.Locator(_code)));
        Assert.Equal("13f2b70320719232fef3ed127b721e8905ed25505f3d92a82910de7b8a51ce75", Hex(KeyDerivation.KeyEncryptionKey(_code)));
    }

    [Fact]
    public void A_data_key_is_wrapped_and_unwrapped()
    {
        var wrapped = Blob.Seal(KeyDerivation.KeyEncryptionKey(_code), _dataKey, AssociatedData.OfDataKey(_journal), Nonce(1));
        Assert.Equal("01010101010101010101010101b8551280d69706bdbcab8400d3c45664b4e9c11017e3fbeeac06989c2c0f218852bc3387762d488d0ab119277c1f1c0b", Hex(wrapped));
        using var key = JournalKey.Unwrap(new JournalRow { Id = _journal, Locator = KeyDerivation.Locator(_code), WrappedKey = wrapped }, _code);
        Assert.Equal(_dataKey, key.DataKey);
    }

    [Fact]
    public void An_entry_is_sealed_and_opened()
    {
        var place = AssociatedData.OfPart(_journal, _entry, 3, "head");
        Assert.Equal("0100112233445546778899aabbccddeeff0f1e2d3c4b5a49788796a5b4c3d2e1f0000000000000000368656164", Hex(place));
        var head = Seal(Head, 512, place, 2);
        var body = Seal(Body, 1024, AssociatedData.OfPart(_journal, _entry, 3, "body"), 3);
        Assert.Equal((541, "8a627ecff7b764ce40abb0c80b3f34fcd2b4f98ff0a894392f22bf413bf70dfd"), (head.Length, Hash(head)));
        Assert.Equal((1053, "7a74b8473319dd7ce20f67b5afb097ce07f6f8c5036c6552d64275b76e7e7b60"), (body.Length, Hash(body)));

        var entry = EntrySeal.Open(new EntryRow { JournalId = _journal, Id = _entry, Revision = 3, Head = head, Body = body }, _dataKey);
        Assert.NotNull(entry);
        Assert.Equal(Head, JsonSerializer.Serialize(entry.Head, JournalJson.Plain.EntryHead));
        Assert.Equal(Body, JsonSerializer.Serialize(entry.Answers, JournalJson.Plain.IReadOnlyListAnswer));
    }

    [Fact]
    public void Preferences_are_sealed_and_opened()
    {
        var blob = Seal(PreferencesText, 512, AssociatedData.OfPart(_journal, Guid.Empty, 2, "preferences"), 4);
        Assert.Equal((541, "28fa69766346a00dd0f6e3bf18a482838637daa9d0905cd6d862fb80d2ebc8d7"), (blob.Length, Hash(blob)));
        // Sealed before there were lists: they come back empty.
        Assert.Equivalent(Preferences.Default with { TimeZone = "Europe/Paris" }, PreferencesSeal.Open(blob, _dataKey, _journal, 2), strict: true);
    }

    [Fact]
    public void A_session_holds_the_data_key_under_its_secret()
    {
        Assert.Equal("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8", SessionSecret.ToText(_secret));
        Assert.Equal(_secret, SessionSecret.Parse("ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8"));
        var id = SessionSecret.Id(_secret);
        Assert.Equal("72dbb7336c76780023f83da4c355f2eeea85733b13d3477697917790c1229084", Hex(id));
        Assert.Equal("8123207d3400455c6cb5dfc7bd33985b86b6771da7a1b88143c21579651dcaa5", Hex(KeyDerivation.SessionKey(_secret)));
        var wrapped = Blob.Seal(KeyDerivation.SessionKey(_secret), _dataKey, AssociatedData.OfSession(_journal, id), Nonce(5));
        Assert.Equal("01050505050505050505050505e1acacc24ec911d98bea6bf7f62a150d79946e84aa8ad3003fc994f7e862359a5dcfb41167ae1fef1e06364fae65bcec", Hex(wrapped));
        Assert.Equal(_dataKey, Session.OpenDataKey(new SessionRow { Id = id, JournalId = _journal, WrappedKey = wrapped }, _secret));
    }

    private static byte[] Seal(string json, int step, byte[] place, byte nonce) =>
        Blob.Seal(_dataKey, Padding.Pad(Encoding.UTF8.GetBytes(json), step), place, Nonce(nonce));

    private static byte[] Nonce(byte value) => [.. Enumerable.Repeat(value, 12)];

    private static string Hash(byte[] bytes) => Hex(SHA256.HashData(bytes));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
