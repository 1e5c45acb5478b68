using System.CommandLine;
using Modular.GraphQL.TypeSystem;
using Modular.Host.Archives;
using Modular.Host.Identity;
using Modular.Host.Modules;
using Modular.Host.Schemas;
using Modular.Host.Startup;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Embedded;
using Modular.Kernel.Postgres.Migrations;
using Npgsql;

namespace Modular.Host.Commands;

/// <summary>The host's command line: serving is what it does without a command.</summary>
internal static class HostCommandLine
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code of the process: 0 when all went well.</returns>
    public static async Task<int> InvokeAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var options = new HostOptions();
        var root = new RootCommand("Modular: registers of provincial Party committees. Without a command it serves.");
        options.AddTo(root);
        root.SetAction((parsed, cancellation) => ServeCommand.RunAsync(options.Read(parsed), cancellation));
        root.Subcommands.Add(MigrateCommand.Create(options));
        root.Subcommands.Add(ModulesCommand.Create(options));
        root.Subcommands.Add(ProvincesCommand.Create(options));
        root.Subcommands.Add(ImportCommand.Create(options));
        root.Subcommands.Add(SampleCommand.Create(options));
        root.Subcommands.Add(SchemaCommand.Create(options));
        root.Subcommands.Add(GeneratedPage.Create(
            options, "permissions", "Write the permissions of the installed modules to a page, without a database.", PermissionsDocument.Of));
        root.Subcommands.Add(GeneratedPage.Create(
            options,
            "data-classes",
            "Write how closely each value of the schema must be held to a page, without a database.",
            modules => DataClassesDocument.Of(SchemaFiles.Everything(modules))));
        root.Subcommands.Add(GeneratedPage.Create(
            options,
            "describe-modules",
            "Write what each module needs and brings to a page, without a database.",
            modules => ModulesDocument.Of(modules, SchemaFiles.Everything(modules)),
            page: "modules"));
        root.Subcommands.Add(UsersCommand.Create(options));
        root.Subcommands.Add(HistoryCommand.Create(options));
        root.Subcommands.Add(AccessLogCommand.Create(options));

        try
        {
            return await root.Parse(arguments).InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (IsForPeople(exception))
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    // What an operator can mend is said in a sentence; anything else is a defect and shows its trace.
    private static bool IsForPeople(Exception exception) => exception is
        CommandRefusedException or ArchiveException or AccountRefusedException or HostRefusedToStartException or SchemaException or EmbeddedClusterException or MigrationException
        or ApplicationRoleException or NpgsqlException or IOException;
}
