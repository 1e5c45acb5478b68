using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Postgres.Writing.Rows;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Makes database contexts of some module.</summary>
[OpenToModules]
internal interface IModuleContextFactory
{
    /// <summary>The module.</summary>
    string ModuleId { get; }

    /// <summary>A context with a connection of its own.</summary>
    ModuleDbContext CreateContext(ProvinceId province, ICurrentAccess access);
}

/// <summary>Makes database contexts of one module, each bound to a province and to somebody's rights.</summary>
internal sealed class ModuleContextFactory<TContext>(
    ModuleDatabase database, ProvinceDataSources dataSources, WorkItemKinds workItems, TimeProvider clock, ILoggerFactory loggers,
    ApplicationFilters filters)
    : IModuleContextFactory
    where TContext : ModuleDbContext
{
    private readonly IReadOnlyList<WorkItemStatements> kinds = workItems.Of(database.ModuleId);

    private readonly Lazy<DbContextOptions<TContext>> options = new(() => OptionsWith(database.Model, loggers, filters));
    private readonly Lazy<DbContextOptions<TContext>> optionsOfWhoSeesAll = new(() => OptionsWith(ModuleModels.Of(typeof(TContext), database.Schema, seesAll: true), loggers, filters));

    private readonly Lazy<string[]> permissions = new(() =>
        [.. database.Model.GetEntityTypes().Select(entity => entity.FindScope()?.Permission).OfType<string>().Distinct()]);

    public string ModuleId => database.ModuleId;

    public ModuleDbContext CreateContext(ProvinceId province, ICurrentAccess access) => Create(province, access);

    /// <summary>A context with a connection of its own, opened when it is first needed and closed with the context.</summary>
    public TContext Create(ProvinceId province, ICurrentAccess access)
    {
        var context = Unconnected(province, access);
        context.Database.SetDbConnection(dataSources.Of(province).CreateConnection(), contextOwnsConnection: true);
        return context;
    }

    /// <summary>A context on somebody else's open connection, which it leaves open.</summary>
    public TContext CreateOn(DbConnection connection, ProvinceId province, ICurrentAccess access)
    {
        var context = Unconnected(province, access);
        context.Database.SetDbConnection(connection, contextOwnsConnection: false);
        return context;
    }

    /// <summary>A context for reading: what it returns is not tracked, and it saves nothing.</summary>
    public TContext CreateForReading(ProvinceId province, ICurrentAccess access)
    {
        var context = Create(province, access);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    private TContext Unconnected(ProvinceId province, ICurrentAccess access)
    {
        var seesAll = permissions.Value.Length > 0 && Array.TrueForAll(permissions.Value, permission => access.ScopeOf(permission).CoversProvince);
        var context = (TContext)ModuleModels.Construct(typeof(TContext), (seesAll ? optionsOfWhoSeesAll : options).Value);
        context.Bind(new ContextBinding(database.ModuleId, database.Schema, province, access, clock) { WorkItemKinds = kinds, SeesAll = seesAll });
        return context;
    }

    private static DbContextOptions<TContext> OptionsWith(IModel model, ILoggerFactory loggers, ApplicationFilters filters) =>
        filters.ApplyTo(new DbContextOptionsBuilder<TContext>()
            .UseNpgsql()
            .UseModel(model)
            .UseLoggerFactory(loggers)
            .ReplaceService<IDatabase, RowWriter>())
            .Options;
}
