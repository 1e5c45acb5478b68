using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Events;
using Npgsql;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>A transaction of one module: its context, and what is written beside the module's rows when it commits.</summary>
internal sealed class UnitOfWork : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly OutboxAnnouncements announcements;
    private readonly List<ModuleDbContext> joined = [];

    private UnitOfWork(ModuleDbContext context, IDbContextTransaction transaction, OutboxAnnouncements announcements)
    {
        Context = context;
        this.transaction = transaction;
        this.announcements = announcements;
    }

    public ModuleDbContext Context { get; }

    public PendingChanges Pending { get; } = new();

    public NpgsqlConnection Connection => (NpgsqlConnection)Context.Database.GetDbConnection();

    public static async Task<UnitOfWork> BeginAsync(
        ModuleDbContext context, IsolationLevel isolation, OutboxAnnouncements announcements, CancellationToken cancellationToken)
    {
        try
        {
            var transaction = await context.Database.BeginTransactionAsync(isolation, cancellationToken);
            var unit = new UnitOfWork(context, transaction, announcements);
            context.Pending = unit.Pending;
            return unit;
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Writes what was changed, history, events, work items and <paramref name="alongside"/>, and commits, in one round trip: when a statement fails, the
    /// server leaves out those behind it, the commit too.
    /// </summary>
    /// <returns>Whether it was committed: not where the change is about the author's own record.</returns>
    public async Task<bool> CommitAsync(
        EditAuthor author, IReadOnlyList<NpgsqlBatchCommand> alongside, CancellationToken cancellationToken)
    {
        await Context.HoldChangesAsync(cancellationToken);
        if (author.OwnRecord is { } own && Pending.Edits.Exists(edit => edit.SubjectId == own))
            return false;

        // What another module does along follows from a decision on something else, so that it may be about the author among others.
        foreach (var other in joined)
            await other.SaveChangesAsync(cancellationToken);
        List<NpgsqlBatchCommand> statements =
        [
            .. Beside(Context, Pending, author),
            .. joined.SelectMany(other => Beside(other, other.Pending!, author)),
            .. alongside,
            CommitStatements.Commit(),
        ];
        await Pending.Rows.SendAsync(Connection, statements, cancellationToken);
        if (Pending.Events.Count > 0 || joined.Exists(other => other.Pending!.Events.Count > 0))
            announcements.Announce(Context.Binding.Province);
        return true;
    }

    /// <summary>The context of another module that works in this transaction, made when it is first asked for.</summary>
    public TContext Join<TContext>(ModuleContextFactory<TContext> contexts, ICurrentAccess access)
        where TContext : ModuleDbContext
    {
        if (Context is TContext own)
            return own;
        if (joined.OfType<TContext>().SingleOrDefault() is { } known)
            return known;
        var context = contexts.CreateOn(Connection, Context.Province, access);
        context.Database.UseTransaction(transaction.GetDbTransaction());
        context.Pending = new PendingChanges();
        joined.Add(context);
        return context;
    }

    /// <summary>Sends what was changed and has every constraint checked, without committing.</summary>
    /// <returns>True: what is taken back again may be about anybody.</returns>
    public async Task<bool> TryOutAsync(CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        foreach (var other in joined)
            await other.SaveChangesAsync(cancellationToken);
        await using var check = new NpgsqlCommand("set constraints all immediate", Connection);
        await check.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    private static IEnumerable<NpgsqlBatchCommand> Beside(ModuleDbContext context, PendingChanges pending, EditAuthor author)
    {
        if (pending.Edits.Count > 0)
            yield return CommitStatements.InsertEdits(context.Binding, author, pending.Edits);
        if (pending.Events.Count > 0)
            yield return CommitStatements.InsertEvents(context.Binding, pending.Events);
        foreach (var statement in pending.Followed.Statements(context.Binding))
            yield return statement;
    }

    /// <summary>Undoes everything, so that the context reads what others committed.</summary>
    public Task RollBackAsync(CancellationToken cancellationToken) => transaction.RollbackAsync(cancellationToken);

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        foreach (var other in joined)
            await other.DisposeAsync();
        await Context.DisposeAsync();
    }
}

/// <summary>Who makes a change and why, as the history of edits keeps it.</summary>
/// <param name="UserId">The user.</param>
/// <param name="UserName">Their name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">On which document it rests.</param>
/// <param name="OwnRecord">The member whom the change must not be about, because it is the author; null where it may be about anybody.</param>
internal sealed record EditAuthor(Guid? UserId, string UserName, string? Reason, string? Document, Guid? OwnRecord = null);
