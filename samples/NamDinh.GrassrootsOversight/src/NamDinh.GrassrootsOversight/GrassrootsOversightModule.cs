using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;
using NamDinh.GrassrootsOversight.Campaigns;
using NamDinh.GrassrootsOversight.Data;
using NamDinh.GrassrootsOversight.Overseers;

namespace NamDinh.GrassrootsOversight;

/// <summary>Committee members in charge of cells, and Party members in charge of households, as Nam Dinh does it (OV rules).</summary>
[Module("grassroots-oversight", Title = "Grassroots oversight", VietnameseTitle = "Cấp ủy viên phụ trách cơ sở")]
[DependsOn<OrganizationsContract>]
[DependsOn<MembersContract>]
public sealed class GrassrootsOversightModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module
            .Database<OversightDbContext>("grassroots_oversight")
            .Permissions(OversightPermissions.All)
            .GraphQL()
            .Policy<VisitPolicy>()
            .Policy<HouseholdPolicy>()
            .WorkItems(new VisitToMake(), new RecommendationToAnswer(), new HouseholdsInNobodysCharge(), new HouseholdsToReview(), new HouseholdDataToDelete())
            .Imports(new HouseholdImport())
            .Handles<MemberStatusChanged, WhenMemberLeft>();
        module.Services
            .AddScoped<Places>()
            .AddScoped<AssignmentChanges>()
            .AddScoped<VisitRecording>()
            .AddScoped<RecommendationSteps>()
            .AddScoped<CampaignChanges>()
            .AddScoped<HouseholdWork>();
    }
}
