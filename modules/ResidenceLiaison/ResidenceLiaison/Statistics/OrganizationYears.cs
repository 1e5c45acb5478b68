using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Statistics;

[ExtendObjectType("OrganizationResidenceLiaison")]
internal static class OrganizationYears
{
    private const int MostYears = 10;

    /// <summary>The years of a span of at most 10, with all organizations below by today's tree (RES-13): the trend. Years that were reported or closed keep what was reported.</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="fromYear">The first year.</param>
    /// <param name="toYear">The last year.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(ResidenceLiaisonPermissions.Count)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LiaisonYear>>> YearsAsync(
        [Parents] IReadOnlyList<Guid> organizations, LiaisonFigures figures, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var found = await figures.OfYearsAsync(organizations, fromYear, Math.Min(toYear, fromYear + MostYears - 1), cancellationToken);
        return organizations.Distinct().ToDictionary(id => id, IReadOnlyList<LiaisonYear> (id) => [.. found[id]]);
    }

    /// <summary>How far members were introduced on a day, with all organizations below by today's tree (RES-01).</summary>
    /// <param name="organizations">The organizations.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(ResidenceLiaisonPermissions.Count)]
    public static Task<IReadOnlyDictionary<Guid, LiaisonDay>> OnDayAsync(
        [Parents] IReadOnlyList<Guid> organizations, LiaisonFigures figures, DateOnly day, CancellationToken cancellationToken) =>
        figures.OfDayAsync(organizations, day, cancellationToken);
}
