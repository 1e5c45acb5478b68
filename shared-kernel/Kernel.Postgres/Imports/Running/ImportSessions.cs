using System.Data;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Opens the connections on which an import, or its undoing, runs in the scope's province.</summary>
internal sealed class ImportSessions(
    IEnumerable<IModuleContextFactory> contexts,
    ProvinceDataSources dataSources,
    ScopeTransaction current,
    OutboxAnnouncements announcements,
    ICurrentProvince province,
    ICurrentAccess access,
    TimeProvider clock,
    IServiceProvider services)
{
    public ICurrentAccess Access => access;

    public TimeProvider Clock => clock;

    public ProvinceDataSources DataSources => dataSources;

    /// <summary>A connection outside of any transaction, for what must be seen while an import runs and when it is rolled back. The caller closes it.</summary>
    public async Task<ImportRun> OpenAsync(Guid batchId, CancellationToken cancellationToken) =>
        Run(await dataSources.Of(province.Province.Id).OpenConnectionAsync(cancellationToken), batchId);

    /// <summary>
    /// Runs the work in one transaction, the unit of work of the module that owns the format, so that ports and steps in code join it;
    /// it is committed when the work says so. It is not serializable: over 100,000 rows it would collide with every change of the day. What must
    /// not change meanwhile, steps lock.
    /// </summary>
    public async Task TransactAsync(
        string moduleId, Guid batchId, string reason, Func<ImportRun, Task<bool>> work, CancellationToken cancellationToken)
    {
        var context = contexts.Single(factory => factory.ModuleId == moduleId).CreateContext(province.Province.Id, access);
        await using var unit = await UnitOfWork.BeginAsync(context, IsolationLevel.ReadCommitted, announcements, cancellationToken);
        current.Unit = unit;
        try
        {
            if (await work(Run(unit.Connection, batchId)))
                await unit.CommitAsync(new EditAuthor(access.UserId, access.UserName, reason, Document: null), [], cancellationToken);
        }
        finally
        {
            current.Unit = null;
        }
    }

    private ImportRun Run(NpgsqlConnection connection, Guid batchId) =>
        ImportRun.Begin(connection, services, province.Province.Id, access, batchId, clock);
}
