using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Host.Modules;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Telemetry;
using Modular.Kernel.Provinces;

namespace Modular.Host.Administration.Operations;

/// <summary>How a module does (tình trạng phân hệ).</summary>
/// <param name="WaitingEvents">How many events of the province that it listens to it has not had yet.</param>
/// <param name="ParkedEvents">How many events of the province it failed to handle.</param>
/// <param name="LastFault">What went wrong in it last, in whatever province, since the host that answers was started; null where nothing did.</param>
/// <param name="Taken">What its code has taken of the host that answers, for all provinces.</param>
[Classified(DataClass.Internal)]
internal sealed record ModuleHealth(long WaitingEvents, long ParkedEvents, ModuleFaultView? LastFault, TakenByModule Taken);

/// <summary>What the code of a module has taken of a host since it was started.</summary>
/// <param name="AllocatedBytes">What it has allocated, what it called included; most of it is long free again.</param>
/// <param name="ThreadSeconds">How long it has occupied threads, working or blocking.</param>
/// <param name="CallsLeftBehind">How many of its calls did not end when their time was over, and still run.</param>
/// <param name="IsStuck">Whether those are so many that it is called no more until they end, or the host is started again.</param>
[GraphQLName("ModuleToll")]
[Classified(DataClass.Internal)]
internal sealed record TakenByModule(long AllocatedBytes, double ThreadSeconds, int CallsLeftBehind, bool IsStuck);

/// <summary>Something that went wrong in a module. What the failure says may be about persons, and is told nowhere.</summary>
/// <param name="Where">What failed, by its name in the module.</param>
/// <param name="Kind">The kind of exception.</param>
/// <param name="At">When.</param>
[GraphQLName("ModuleFault")]
[Classified(DataClass.Internal)]
internal sealed record ModuleFaultView(string Where, string Kind, DateTimeOffset At);

/// <summary>How many rows a table of a module has in the province.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">How many rows, counted now.</param>
[Classified(DataClass.Internal)]
internal sealed record ModuleTable(string Name, long Rows);

[ExtendObjectType("Module")]
internal static class ModuleOperations
{
    /// <summary>Whether the module keeps up with what happens, and what went wrong in it.</summary>
    [Requires(HostPermissions.ReadOperations)]
    public static async Task<IReadOnlyList<ModuleHealth>> GetHealthAsync(
        [Parents] IReadOnlyList<ModuleOfProvince> parents,
        ModuleAdministration modules,
        EventQueues events,
        ModuleFaults faults,
        ModuleWork work,
        ICurrentProvince province,
        ICurrentAccess access,
        CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ReadOperations);
        var health = new List<ModuleHealth>();
        foreach (var parent in parents)
        {
            var backlog = await events.CountAsync(province.Province.Id, parent.Id, modules.EventsOf(parent.Id), cancellationToken);
            var fault = faults.Of(parent.Id);
            health.Add(new ModuleHealth(
                backlog.Waiting, backlog.Parked, fault is null ? null : new ModuleFaultView(fault.Where, fault.Kind, fault.At), Taken(work, parent.Id)));
        }

        return health;
    }

    /// <summary>What the module keeps of this province (dung lượng dữ liệu), table by table. The rows are counted, which takes a moment in a large province.</summary>
    [Requires(HostPermissions.ReadOperations)]
    public static async Task<IReadOnlyList<IReadOnlyList<ModuleTable>>> GetTablesAsync(
        [Parents] IReadOnlyList<ModuleOfProvince> parents,
        ProvinceVolumes volumes,
        ICurrentProvince province,
        ICurrentAccess access,
        CancellationToken cancellationToken)
    {
        WholeProvince.Require(access, HostPermissions.ReadOperations);
        var tables = new List<IReadOnlyList<ModuleTable>>();
        foreach (var parent in parents)
            tables.Add([.. (await volumes.CountAsync(province.Province.Id, parent.Id, cancellationToken)).Select(table => new ModuleTable(table.Name, table.Rows))]);
        return tables;
    }

    private static TakenByModule Taken(ModuleWork work, string module)
    {
        var toll = work.Of(module);
        return new TakenByModule(toll.AllocatedBytes, toll.ThreadTime.TotalSeconds, toll.LeftBehind, work.IsStuck(module));
    }
}
