using Modular.Host.Identity;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>
/// Changes who may do what. The host that made the change holds to it from its next request on; other hosts hear of it from the database a
/// moment later.
/// </summary>
internal sealed class AccessChange(IWrite<AccessDbContext> write, AccessDirectory directory, ICurrentProvince province)
{
    public async Task<Result<RoleGrant>> RunAsync(
        string reason, Func<AccessDbContext, CancellationToken, Task<Result<RoleGrant>>> change, CancellationToken cancellationToken)
    {
        var changed = await write.Because(reason).RunAsync(change, cancellationToken);
        if (changed.Succeeded)
            directory.Forget(province.Province.Id);
        return changed;
    }
}
