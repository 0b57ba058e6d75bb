using AvoidantGuide.Journal;

namespace AvoidantGuide.Faults;

/// <summary>Words that stand nowhere else, so that finding one anywhere says where it leaked.</summary>
internal sealed class Canaries(Random random)
{
    private readonly List<string> _texts = [];

    /// <summary>All so far, and each code in every way that it may be written.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_texts) return [.. _texts];
        }
    }

    /// <summary>How many of them are codes' ways of being written.</summary>
    public int Codes { get; private set; }

    public string Text()
    {
        lock (_texts)
        {
            var text = $"Kestrelplume{new string(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz", 12))}Wagtailquill";
            _texts.Add(text);
            return text;
        }
    }

    /// <summary>Ten words that open nothing.</summary>
    public string Code() => Note(string.Join(' ', JournalCode.Generate().Words));

    public string Note(string code)
    {
        lock (_texts)
        {
            _texts.AddRange([code, code.Replace(' ', '-'), code.Replace(" ", "", StringComparison.Ordinal)]);
            Codes += 3;
        }

        return code;
    }
}
