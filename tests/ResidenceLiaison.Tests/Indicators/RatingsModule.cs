using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Tests.Indicators;

/// <summary>A module that keeps how workplaces rate members, as small as can be: it offers its ratings to residence liaison, on which it depends.</summary>
[Module(Id, Title = "Ratings", VietnameseTitle = "Xếp loại")]
[DependsOn<ResidenceLiaisonContract>]
internal sealed class RatingsModule : ModularModule
{
    public const string Id = "ratings";

    public override void Register(ModuleBuilder module) => module.Services.AddScoped<IWorkplaceRatings, RecordedRatings>();
}

/// <summary>The ratings that tests recorded, of all provinces; it answers for the province of the scope alone.</summary>
internal sealed class RecordedRatings(ICurrentProvince current) : IWorkplaceRatings
{
    private static readonly ConcurrentDictionary<(ProvinceId Province, Guid Member, int Year), WorkplaceRating> Recorded = [];

    /// <summary>Records how the workplace rated a member.</summary>
    public static void Record(Province province, Guid memberId, int year, WorkplaceRating rating) => Recorded[(province.Id, memberId, year)] = rating;

    public Task<IReadOnlyDictionary<Guid, WorkplaceRating>> FindAsync(IReadOnlyCollection<Guid> memberIds, int year, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, WorkplaceRating>>(memberIds
            .Where(member => Recorded.ContainsKey((current.Province.Id, member, year)))
            .ToDictionary(member => member, member => Recorded[(current.Province.Id, member, year)]));
}
