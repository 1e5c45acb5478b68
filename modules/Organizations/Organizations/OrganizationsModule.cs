using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Postgres.Provinces.Merging;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Agencies;
using Modular.Organizations.Agencies.Importing;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees;
using Modular.Organizations.Committees.Importing;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Details;
using Modular.Organizations.Ending;
using Modular.Organizations.Founding;
using Modular.Organizations.Imports;
using Modular.Organizations.Inspection;
using Modular.Organizations.Kinds;
using Modular.Organizations.Meetings;
using Modular.Organizations.Meetings.Importing;
using Modular.Organizations.MergedProvinces;
using Modular.Organizations.Moving;
using Modular.Organizations.Renaming;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.WorkItems;

namespace Modular.Organizations;

/// <summary>The Organizations module: the tree of Party organizations, their life, their committees, and the administrative units.</summary>
[Module("organizations", Title = "Organizations", VietnameseTitle = "Tổ chức đảng")]
public sealed class OrganizationsModule : ModularModule
{
    /// <inheritdoc />
    public override void Register(ModuleBuilder module)
    {
        module.Permissions(Permissions.All);
        module.Database<OrganizationsDbContext>("organizations").KeepsOrganizationTree();
        module.GraphQL();
        module.Policy<KindsPolicy>().Policy<CommitteeSizingPolicy>().Policy<CommitteeTermPolicy>().Policy<CommitteeDeadlinesPolicy>()
            .Policy<ReorganizationPolicy>().Policy<MeetingPolicy>().Policy<PartyAgencyPolicy>();
        module.WorkItems(new CommitteeTermEnds(), new SecretaryVacant(), new ApprovalAwaited(), new HandOverUnsigned(), new ReorganizationBlocked(), new MeetingMissing(), new InspectionChairVacant());
        module.Handles<CommitteePostsAreToEnd, WhenPostsAreToEnd>();
        module.Imports(new OrganizationImport(), new CommitteePostImport(), new MeetingImport(), new PartyAgencyImport());

        module.Services
            .AddSingleton<KindCatalogSource>()
            .AddSingleton<AdministrativeUnitRegister>()
            .AddScoped<IOrganizationDirectory, OrganizationDirectory>()
            .AddScoped<ICommitteePosts, CommitteePostDirectory>()
            .AddScoped<ActChecks>()
            .AddScoped<FoundingAct>()
            .AddScoped<RenamingAct>()
            .AddScoped<MovingAct>()
            .AddScoped<CodesThatFollow>()
            .AddScoped<CodingAct>()
            .AddScoped<EndingAct>()
            .AddScoped<IProvinceMergerStep, RootOfMergedProvince>()
            .AddScoped<OpenPeriods>()
            .AddScoped<UpdatingAct>()
            .AddScoped<CommitteeSizing>()
            .AddScoped<TermOpening>()
            .AddScoped<CommitteeApproval>()
            .AddScoped<PostAssignment>()
            .AddScoped<EndOfPosts>()
            .AddScoped<PostEnding>()
            .AddScoped<PostCandidates>()
            .AddScoped<InspectionForming>()
            .AddScoped<InspectionAssignment>()
            .AddScoped<InspectionPostsEnd>()
            .AddScoped<InspectionPostEnding>()
            .AddScoped<PartyAgencyActs>()
            .AddScoped<MeetingRecording>()
            .AddScoped<MeetingCorrection>();
        ReorganizationServices.Add(module.Services);
    }
}
