using System.CommandLine;
using Modular.Host.Modules;
using Modular.Host.Startup;

namespace Modular.Host.Commands;

/// <summary><c>migrate</c>: brings the database to the state that the installed modules expect, and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create(HostOptions options)
    {
        var command = new Command("migrate", "Bring the database to the state that the installed modules expect.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Opening a host migrates.
            await using var host = await ModularHost.OpenAsync(options.ReadForOperator(parsed), cancellationToken);
            if (host.Modules.Faulty.FirstOrDefault(entry => entry.Failure == ModuleLoadFailure.MigrationFailed) is { } failed)
                throw new CommandRefusedException($"{failed.Name}: {failed.Reason}");
            await Console.Out.WriteLineAsync("The database is up to date.");
            return 0;
        });
        return command;
    }
}
