using AvoidantGuide.Faults;

// Every row; one that is added is named here and nowhere else.
Promise[] promises = [Crash.Promise, Twice.Promise, Power.Promise, Full.Promise, Damage.Promise, Stolen.Promise, Guessing.Promise, SlowClients.Promise, Busy.Promise, Restart.Promise, Nodes.Promise, Primary.Promise, Rolling.Promise, Clock.Promise, Backups.Promise, Upgrade.Promise];

// Started by run.sh, and by itself for each row: against the program as it is, and against builds without a protection.
switch (args)
{
    case [OneRow.Verb, var name, .. var trial]:
        return await OneRow.RunAsync(promises.Single(promise => promise.Name == name), trial);
    case [var repository, var site, var folder, .. var wanted]:
        try
        {
            return await new Harness(promises, repository, site, folder).RunAsync(wanted);
        }
        catch (InvalidOperationException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 1;
        }

    default:
        await Console.Error.WriteLineAsync("Started by tests/faults/run.sh");
        return 2;
}
