using System.Security.Claims;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modular.Host.Identity;
using Modular.Host.Modules;
using Modular.Host.Provinces;
using Modular.Host.Schemas;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Host.Startup;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve; operators also see which modules do not serve, which provinces are not served because their modules
/// contradict each other, and why, and what each module has taken of the process since it was started.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => TypedResults.Json(new Health("live"))).AllowAnonymous();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(
        HealthCheckService checks, ModuleLoadReport modules, ModuleFaults faults, ModuleWork work, ProvinceDirectory provinces, SchemaSnapshots schemas, AccessDirectory access,
        ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var isReady = report.Status == HealthStatus.Healthy;
        var isTold = isReady && await IsOperatorAsync(user, provinces.State, access, cancellationToken);
        return TypedResults.Json(
            new Health(isReady ? "ready" : "unavailable", isTold ? Describe(modules, faults, work, provinces.State) : null, isTold ? Conflicts(provinces.State, schemas) : null),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> IsOperatorAsync(
        ClaimsPrincipal user, ProvinceState provinces, AccessDirectory access, CancellationToken cancellationToken)
    {
        var owner = new TokenOwner(user, expiresAt: null);
        foreach (var served in provinces.All)
        {
            if ((await access.OfAsync(owner, served.Province.Id, cancellationToken)).Access is { } rights
                && !rights.Scopes.GetValueOrDefault(HostPermissions.Operate, PermissionScope.Nowhere).IsEmpty)
                return true;
        }

        return false;
    }

    private static ModuleHealth[] Describe(ModuleLoadReport modules, ModuleFaults faults, ModuleWork work, ProvinceState provinces) =>
    [
        .. modules.Entries.Select(entry => new ModuleHealth(entry.Name, entry.Version?.ToString(3), entry.Failure?.ToString(), entry.Reason)
        {
            Remarks = entry.Remarks is [] ? null : entry.Remarks,
            Faults = faults.Of(entry.Id) is { Count: > 0 } found ? [.. found.Select(fault => FaultOf(fault, provinces))] : null,
            Taken = entry.Failure is null ? Taken(work, entry.Name) : null,
        }),
    ];

    private static ModuleFaultOfHost FaultOf(ModuleFault fault, ProvinceState provinces) =>
        new(fault.Province is { } province ? provinces.Find(province)?.Province.Slug : null, fault.Where, fault.Kind, fault.At);

    private static TakenByModule Taken(ModuleWork work, string module)
    {
        var toll = work.Of(module);
        return new TakenByModule(toll.AllocatedBytes >> 20, (long)toll.ThreadTime.TotalSeconds, toll.LeftBehind, work.IsStuck(module));
    }

    private static ProvinceConflict[]? Conflicts(ProvinceState provinces, SchemaSnapshots schemas)
    {
        var conflicts = new List<ProvinceConflict>();
        foreach (var served in provinces.All)
        {
            if (!schemas.TryFind(served.Modules, out _, out var conflict))
                conflicts.Add(new ProvinceConflict(served.Province.Slug, conflict));
        }

        return conflicts.Count == 0 ? null : [.. conflicts];
    }

    private sealed record Health(string Status, ModuleHealth[]? Modules = null, ProvinceConflict[]? NotServed = null);

    private sealed record ProvinceConflict(string Province, string Reason);

    private sealed record ModuleHealth(string Module, string? Version, string? Failure, string? Reason)
    {
        public IReadOnlyList<string>? Remarks { get; init; }

        public ModuleFaultOfHost[]? Faults { get; init; }

        public TakenByModule? Taken { get; init; }
    }

    private sealed record ModuleFaultOfHost(string? Province, string Where, string Kind, DateTimeOffset At);

    private sealed record TakenByModule(long AllocatedMebibytes, long ThreadSeconds, int CallsLeftBehind, bool IsStuck);
}
