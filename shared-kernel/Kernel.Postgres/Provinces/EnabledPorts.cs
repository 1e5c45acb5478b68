using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Provinces;

/// <inheritdoc />
/// <remarks>An implementation belongs to the module in whose assembly it stands; one that stands in no module's is nobody's, and is not handed out.</remarks>
internal sealed class EnabledPorts<TPort>(IEnumerable<TPort> brought, InstalledModules installed, ProvinceModules enabled, ICurrentProvince current) : IEnabledPorts<TPort>
    where TPort : class
{
    public async Task<IReadOnlyList<TPort>> FindAsync(CancellationToken cancellationToken)
    {
        var province = current.Province.Id;
        List<TPort> ports = [.. brought];
        if (ports.Count == 0 || !(await enabled.ReadAsync(cancellationToken)).TryGetValue(province, out var modules))
            return [];
        var assemblies = installed.All.Where(module => modules.Contains(module.Id)).Select(module => module.Registration.Assembly).ToHashSet();
        return [.. ports.Where(port => assemblies.Contains(port.GetType().Assembly))];
    }
}
