using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.Data;

namespace Modular.Members.Cards;

/// <summary>Says whether a number is still free in the province: no number is ever given to a second person.</summary>
internal static class NumberRegister
{
    public static async Task<IReadOnlyList<Problem>> CheckCardAsync(
        MembersDbContext db, string? number, Guid memberId, string field, CancellationToken cancellationToken)
    {
        if (number is null)
            return [];
        var taken = await db.Cards.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(card => card.Number == number && card.MemberId != memberId, cancellationToken);
        return taken ? [new CardNumberIsTaken(number) { Field = field }] : [];
    }

    public static async Task<IReadOnlyList<Problem>> CheckCvAsync(
        MembersDbContext db, string? number, Guid memberId, string field, CancellationToken cancellationToken)
    {
        if (number is null)
            return [];
        var taken = await db.CvNumbers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(given => given.Number == number && given.MemberId != memberId, cancellationToken);
        return taken ? [new CvNumberIsTaken(number) { Field = field }] : [];
    }
}
