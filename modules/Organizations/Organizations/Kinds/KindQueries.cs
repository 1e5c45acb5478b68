using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Time;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Kinds;

/// <summary>A kind of organization that can be founded on a day (loại hình tổ chức đảng).</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it is called in Vietnamese.</param>
/// <param name="EnglishName">What it is called in English.</param>
/// <param name="Level">0 Centre, 1 province, 2 directly superior, 3 grassroots, 4 below a grassroots committee, 5 cell, 6 group in a cell.</param>
/// <param name="HoldsMembers">Whether members belong to organizations of this kind directly.</param>
/// <param name="Era">The order of levels that is in force for it: A, B or C.</param>
/// <param name="ParentKinds">The codes of the kinds directly below which it may stand.</param>
/// <param name="Subkinds">Its subkinds, one of which must be given; empty where it has none.</param>
[GraphQLName("OrganizationKindOption")]
internal sealed record KindOption(
    [Classified(DataClass.Internal)] string Code,
    [Classified(DataClass.Internal)] string Name,
    [Classified(DataClass.Internal)] string EnglishName,
    [Classified(DataClass.Internal)] int Level,
    [Classified(DataClass.Internal)] bool HoldsMembers,
    [Classified(DataClass.Internal)] string Era,
    [Classified(DataClass.Internal)] IReadOnlyList<string> ParentKinds,
    [Classified(DataClass.Internal)] IReadOnlyList<SubkindOption> Subkinds);

/// <summary>What a directly superior committee can be the committee of.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it is called in Vietnamese.</param>
/// <param name="EnglishName">What it is called in English.</param>
[GraphQLName("OrganizationSubkindOption")]
internal sealed record SubkindOption(
    [Classified(DataClass.Internal)] string Code,
    [Classified(DataClass.Internal)] string Name,
    [Classified(DataClass.Internal)] string EnglishName);

[QueryType]
internal static class KindQueries
{
    /// <summary>The kinds of organizations (loại hình tổ chức đảng) that the province founds on a day, from top to bottom.</summary>
    /// <param name="asOf">The day; today where it is left out.</param>
    /// <param name="below">Only kinds that may stand directly below this kind.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="policies">What the province decided.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(OrganizationsPermissions.Read)]
    [Classified(DataClass.Internal)]
    public static async Task<IReadOnlyList<KindOption>> OrganizationKindsAsync(
        DateOnly? asOf, string? below, KindCatalogSource kinds, IPolicies policies, TimeProvider clock, CancellationToken cancellationToken)
    {
        var day = asOf ?? clock.Today();
        var catalog = await kinds.GetAsync(cancellationToken);
        var policy = await policies.InForceOnAsync<KindsPolicy>(day, cancellationToken);
        return
        [
            .. catalog.Kinds
                .Where(kind => catalog.Exists(kind.Code, day) && !policy.NotUsed.Contains(kind.Code))
                .Select(kind => Option(catalog, kind, day))
                .Where(option => below is null || option.ParentKinds.Contains(below)),
        ];
    }

    private static KindOption Option(KindCatalog catalog, Kind kind, DateOnly day)
    {
        string[] parents =
        [
            .. catalog.Kinds.Select(parent => parent.Code).Where(parent => catalog.PlaceOf(kind.Code, parent, null, day) is not null),
        ];
        var era = parents.Select(parent => catalog.PlaceOf(kind.Code, parent, null, day)!.Era).Max(StringComparer.Ordinal)
            ?? catalog.EraOn(day);
        return new KindOption(
            kind.Code,
            catalog.NameOf(kind.Code, era),
            kind.EnglishName,
            kind.Level,
            kind.HoldsMembers,
            era,
            parents,
            [.. catalog.SubkindsOf(kind.Code, day).Select(subkind => new SubkindOption(subkind.Code, subkind.VietnameseName, subkind.EnglishName))]);
    }
}
