using System.Globalization;

namespace AvoidantGuide.Content.Tests;

internal static class Fuzz
{
    /// <summary>How much longer than in the ordinary run: <c>FUZZ=50 dotnet test …</c>.</summary>
    public static int Runs(int usual) => int.TryParse(Environment.GetEnvironmentVariable("FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? usual * times : usual;
}
