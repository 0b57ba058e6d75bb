namespace AvoidantGuide.Web;

/// <summary>Why the program cannot start, in one line that says what to do.</summary>
public sealed class StartException : Exception
{
    public StartException(string message) : base(message)
    {
    }

    public StartException(string key, string value, string right) : base($"The setting {key} is \"{value}\"; it should be {right}.")
    {
    }
}
