using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.AccessLog;

/// <summary>What the kernel brings to every schema for the log of sensitive reads.</summary>
public static class AccessLogContribution
{
    /// <summary>The registration, made like that of a module that is always enabled; its services join the host's.</summary>
    public static ModuleBuilder Create()
    {
        var assembly = typeof(AccessLogContribution).Assembly;
        var manifest = new ModuleManifest("access-log", "Access log", "Nhật ký đọc dữ liệu", assembly.GetName().Version!, []);
        var contribution = new ModuleBuilder(manifest, assembly)
            .Permissions(AccessLogPermissions.All)
            .Database<AccessLogDbContext>("kernel")
            .GraphQL(type => type.Namespace == typeof(AccessLogContribution).Namespace);
        contribution.Services.AddScoped<ReadsOfSubjects>();
        return contribution;
    }
}

/// <summary>The acts that the log of sensitive reads guards.</summary>
public static class AccessLogPermissions
{
    /// <summary>Reading who was shown whose sensitive data; with the whole province as reach only, since a read may be about people of several places.</summary>
    public const string Read = "access-log.read";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Read, new LocalizedText("Xem nhật ký đọc dữ liệu nhạy cảm", "See who was shown sensitive data"))
        {
            DefaultRoles = [DefaultRoles.Auditor, DefaultRoles.ProvinceAdministrator],
        },
    ];
}
