using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Kernel.Postgres.Entities;
using Npgsql;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>A transaction of one module: its context, and what is written beside the module's rows when it commits.</summary>
internal sealed class UnitOfWork : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;

    private UnitOfWork(ModuleDbContext context, IDbContextTransaction transaction)
    {
        Context = context;
        this.transaction = transaction;
    }

    public ModuleDbContext Context { get; }

    public PendingChanges Pending { get; } = new();

    public NpgsqlConnection Connection => (NpgsqlConnection)Context.Database.GetDbConnection();

    public static async Task<UnitOfWork> BeginAsync(
        ModuleDbContext context, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(isolation, cancellationToken);
            var unit = new UnitOfWork(context, transaction);
            context.Pending = unit.Pending;
            return unit;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Saves, writes history, events and work items in one round trip together with <paramref name="alongside"/>, and commits.</summary>
    public async Task CommitAsync(
        EditAuthor author, IReadOnlyList<NpgsqlBatchCommand> alongside, CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(Connection);
        if (Pending.Edits.Count > 0)
            batch.BatchCommands.Add(CommitStatements.InsertEdits(Context.Binding, author, Pending.Edits));
        if (Pending.Events.Count > 0)
        {
            batch.BatchCommands.Add(CommitStatements.InsertEvents(Context.Binding, Pending.Events));
            batch.BatchCommands.Add(CommitStatements.Notify(Context.Binding.Province));
        }

        foreach (var statement in (IEnumerable<NpgsqlBatchCommand>)[.. Pending.Followed.Statements(Context.Binding), .. alongside])
            batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Context.DisposeAsync();
    }
}

/// <summary>Who makes a change and why, as the history of edits keeps it.</summary>
internal sealed record EditAuthor(Guid? UserId, string UserName, string? Reason, string? Document);
