namespace Modular.ResidenceLiaison.Contracts;

/// <summary>
/// Implemented by a module that keeps how workplaces rate their members every year (đánh giá, xếp loại chất lượng đảng viên), so that residence liaison can tell where the comment of the residence says
/// something else (RES-13). It is asked in the scope of whoever looks, in the province of that scope, and not bounded by their grants: the caller shows no more than they may see. A module that the
/// province has not enabled is not asked.
/// </summary>
public interface IWorkplaceRatings
{
    /// <summary>
    /// The ratings that hold of these members for a year, by their identifiers. Missing: whoever is unknown, not rated, or whose rating is not decided yet.
    /// </summary>
    /// <param name="memberIds">The members, tens of thousands where a commune is large: one statement for all of them.</param>
    /// <param name="year">The year that is rated, which is not the year of the decision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyDictionary<Guid, WorkplaceRating>> FindAsync(IReadOnlyCollection<Guid> memberIds, int year, CancellationToken cancellationToken);
}
