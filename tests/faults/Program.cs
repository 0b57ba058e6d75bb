using AvoidantGuide.Faults;

// Every row; one that is added is named here and nowhere else.
Promise[] promises = [Crash.Promise, Twice.Promise, Power.Promise, Full.Promise, Damage.Promise, Stolen.Promise, Guessing.Promise, SlowClients.Promise, Busy.Promise, Restart.Promise, Nodes.Promise, Primary.Promise, Rolling.Promise, Clock.Promise, Backups.Promise, Upgrade.Promise];

// Started by run.sh, and by itself for each row: against the program as it is, and against builds without a protection.
try
{
    switch (args)
    {
        case [OneRow.Verb, var name, .. var trial]:
            return await OneRow.RunAsync(promises.Single(promise => promise.Name == name), trial);
        // For tests/run.sh, which has no time for the rows: a protection that is rewritten must not go untested unseen.
        case ["check", var repository]:
            Unprotected.Check(promises.SelectMany(promise => promise.Removals), repository);
            return 0;
        case [var repository, var site, var folder, .. var wanted]:
            return await new Harness(promises, repository, site, folder).RunAsync(wanted);
        default:
            await Console.Error.WriteLineAsync("Started by tests/faults/run.sh");
            return 2;
    }
}
catch (InvalidOperationException failed) when (args is not [OneRow.Verb, ..])
{
    await Console.Error.WriteLineAsync(failed.Message);
    return 1;
}
