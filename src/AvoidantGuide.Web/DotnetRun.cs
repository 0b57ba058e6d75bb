namespace AvoidantGuide.Web;

/// <summary>What <c>dotnet run</c> keeps for itself of what an editor types.</summary>
public static class DotnetRun
{
    /// <summary>
    /// <c>dotnet run --environment Development</c> is read as its own <c>--environment NAME=VALUE</c>, and hands on a variable
    /// called Development with nothing in it. Null where that is not so: the usual .NET order then decides.
    /// </summary>
    public static string? Environment =>
        System.Environment.GetEnvironmentVariable(Environments.Development) is { Length: 0 } ? Environments.Development : null;
}
