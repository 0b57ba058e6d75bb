using FsCheck;
using FsCheck.Fluent;

namespace AvoidantGuide.Journal.Tests;

/// <summary>Property checks that run the same on every machine.</summary>
internal static class Properties
{
    public static void Check(Property property, int runs = 200) =>
        property.Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1).WithMaxTest(runs).WithQuietOnSuccess(true));

    /// <summary>The same of something that takes time.</summary>
    public static Task CheckAsync<T>(Arbitrary<T> values, Func<T, Task> holds, int runs) =>
        Task.Run(() => Check(Prop.ForAll(values, value => holds(value).GetAwaiter().GetResult()), runs));
}

internal static class Generators
{
    public static Arbitrary<JournalCode> Code { get; } =
        Arb.From(Gen.ArrayOf(Gen.Choose(0, WordList.Count - 1), 10).Select(picks => new JournalCode([.. picks.Select(WordList.At)])));

    public static Arbitrary<string[]> Pick(string[] from, int count) => Arb.From(Gen.ArrayOf(Gen.Elements(from), count));
}
