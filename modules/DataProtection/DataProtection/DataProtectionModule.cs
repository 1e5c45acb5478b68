using Microsoft.Extensions.DependencyInjection;
using Modular.DataProtection.Breaches;
using Modular.DataProtection.Copies;
using Modular.DataProtection.Data;
using Modular.DataProtection.Requests;
using Modular.DataProtection.Retention;
using Modular.DataProtection.WorkItems;
using Modular.Kernel.Downloads;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;

namespace Modular.DataProtection;

/// <summary>The duties of whoever controls personal data: requests of data subjects, the register of breaches.</summary>
[Module("data-protection", Title = "Data protection", VietnameseTitle = "Bảo vệ dữ liệu cá nhân")]
[DependsOn<OrganizationsContract>]
[DependsOn<MembersContract>]
public sealed class DataProtectionModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module
            .Database<DataProtectionDbContext>("data_protection")
            .Permissions(DataProtectionPermissionDefinitions.All)
            .GraphQL()
            .Policy<SubjectRequestPolicy>()
            .Policy<BreachPolicy>()
            .Policy<RetentionPolicy>()
            .WorkItems(new RequestToAcknowledge(), new RequestToComplete(), new BreachToReport())
            .Download<DataCopyDownload>(DataCopyDownload.Name)
            .Handles<MemberAssigned, WhenMemberAssigned>();
        module.Services
            .AddScoped<Reaches>()
            .AddScoped<RequestFiling>()
            .AddScoped<RequestHandling>()
            .AddScoped<DataCopyPages>()
            .AddScoped<RetentionPlanning>()
            .AddScoped<ErasureActs>()
            .AddScoped<BreachRecording>()
            .AddScoped<BreachHandling>();
    }
}
