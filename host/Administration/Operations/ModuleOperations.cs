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
/// <param name="LastFault">What went wrong in it last while it worked for this province, since the host that answers was started; null where nothing did. What was of no province, such as a background service, operators see.</param>
/// <param name="IsStuck">Whether so many of its calls, of whatever province, have not ended that the host that answers calls it no more until they do, or it is started again.</param>
[Classified(DataClass.Internal)]
internal sealed record ModuleHealth(long WaitingEvents, long ParkedEvents, ModuleFaultView? LastFault, bool IsStuck);

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
            var fault = faults.Of(parent.Id, province.Province.Id);
            health.Add(new ModuleHealth(
                backlog.Waiting, backlog.Parked, fault is null ? null : new ModuleFaultView(fault.Where, fault.Kind, fault.At), work.IsStuck(parent.Id)));
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
}
