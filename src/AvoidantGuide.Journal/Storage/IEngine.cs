namespace AvoidantGuide.Journal;

/// <summary>What the store needs of the database it is kept in. The two differ in how they keep writes apart, and in what can go wrong.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Makes what is missing and brings the schema up to date.</summary>
    /// <exception cref="JournalSetupException">With one line for the operator.</exception>
    Task OpenAsync(CancellationToken cancel);

    Task<T> ReadAsync<T>(Func<JournalContext, CancellationToken, Task<T>> work, CancellationToken cancel);

    /// <summary>One durable commit, or nothing. The work may run more than once; what it did before is undone then.</summary>
    /// <param name="journal">The journal it is about: of its writes one runs at a time. Null: about none, or one that is just made.</param>
    Task<T> WriteAsync<T>(Guid? journal, Func<JournalContext, CancellationToken, Task<T>> work, WriteKind kind, CancellationToken cancel);

    /// <summary>Runs while no other server on the same store runs the same.</summary>
    Task AloneAsync(Func<Task> work, CancellationToken cancel);

    /// <summary>Whether another server is running on the store.</summary>
    Task<bool> IsServedAsync(CancellationToken cancel);

    /// <summary>Null when the error is none of the store's.</summary>
    StoreFault? FaultOf(Exception error);
}
