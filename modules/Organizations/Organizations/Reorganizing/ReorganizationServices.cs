using Microsoft.Extensions.DependencyInjection;
using Modular.Organizations.Reorganizing.Due;
using Modular.Organizations.Reorganizing.HandOvers;
using Modular.Organizations.Reorganizing.Planning;
using Modular.Organizations.Reorganizing.Steps;

namespace Modular.Organizations.Reorganizing;

/// <summary>What reorganizations are made of.</summary>
internal static class ReorganizationServices
{
    public static void Add(IServiceCollection services) => services
        .AddScoped<ReorganizationDrafting>()
        .AddScoped<ReorganizationAppraisal>()
        .AddScoped<ReorganizationDeciding>()
        .AddScoped<ReorganizationWithdrawal>()
        .AddScoped<ReorganizationPlanning>()
        .AddScoped<ReorganizationExecution>()
        .AddScoped<StepRun>()
        .AddScoped<SimpleSteps>()
        .AddScoped<Merging>()
        .AddScoped<Splitting>()
        .AddScoped<KindChange>()
        .AddScoped<MembersByList>()
        .AddScoped<FinalChecks>()
        .AddScoped<Successions>()
        .AddScoped<HandOverSigning>()
        .AddScoped<ReorganizationTakingEffect>()
        .AddSingleton<ReorganizationsDue>()
        .AddHostedService<ReorganizationsDue>();
}
