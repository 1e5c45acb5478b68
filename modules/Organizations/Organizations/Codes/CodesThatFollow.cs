using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Results;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;

namespace Modular.Organizations.Codes;

/// <summary>
/// A move changes the beginning of codes of the 208 scheme: the moved organization gets a new one, and all below it keep only what
/// comes after.
/// </summary>
internal sealed class CodesThatFollow(KindCatalogSource kinds, IOrganizationTree tree)
{
    /// <summary>Gives new codes where the new parent takes them.</summary>
    /// <param name="db">The register.</param>
    /// <param name="organization">The organization that is to move.</param>
    /// <param name="parent">Its new parent.</param>
    /// <param name="newCode">The new code that was entered, or null.</param>
    /// <param name="from">The first day under the new parent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many codes changed.</returns>
    public async Task<Result<int>> FollowAsync(
        OrganizationsDbContext db,
        Organization organization,
        Organization parent,
        string? newCode,
        DateOnly from,
        CancellationToken cancellationToken)
    {
        var present = await db.Codes.SingleOrDefaultAsync(
            row => row.OrganizationId == organization.Id && row.Scheme == CodeScheme.Regulation208 && row.Valid.UpperBoundInfinite,
            cancellationToken);
        var superior = await tree.FindAsync(parent.Id, from, cancellationToken);
        if (present is null || superior is null)
            return newCode is null ? 0 : new CodeHasWrongForm(newCode, CodeScheme.Regulation208, null) { Field = "input.code" };
        if (newCode is null)
        {
            var above = await CodeRules.NearestAsync(db, superior, from, cancellationToken);
            return above is null || CodeRules.Fits(present.Value, above)
                ? 0
                : new CodeDoesNotBeginWithCodeOfSuperior(present.Value, above) { Field = "input.code" };
        }

        var kind = (await kinds.GetAsync(cancellationToken)).Find(organization.Kind)!;
        var code = await CodeRules.CheckAsync(
            db, newCode, CodeScheme.Regulation208, kind, superior, from, "input.code", cancellationToken);
        return code.Succeeded
            ? await ReplaceAsync(db, present, code.Value, from, cancellationToken)
            : code.Problems.ToList();
    }

    private static async Task<Result<int>> ReplaceAsync(
        OrganizationsDbContext db, OrganizationCode present, string newCode, DateOnly from, CancellationToken cancellationToken)
    {
        var beginning = present.Value + ".";
        var below = await db.Codes
            .Where(row => row.Scheme == CodeScheme.Regulation208 && row.Valid.UpperBoundInfinite && row.Value.StartsWith(beginning))
            .ToListAsync(cancellationToken);
        List<OrganizationCode> changing = [present, .. below];
        var notBefore = changing.Max(row => row.Valid.LowerBound).AddDays(1);
        if (from < notBefore)
            return new EffectiveDateIsBeforeEarlierChange(from, notBefore) { Field = "input.effectiveOn" };

        var owners = changing.Select(row => row.OrganizationId).ToList();
        var organizations = await db.Organizations.Where(row => owners.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var code in changing)
        {
            var value = newCode + code.Value[present.Value.Length..];
            code.End(from);
            db.Codes.Add(OrganizationCode.Give(code.OrganizationId, CodeScheme.Regulation208, value, from));
            organizations[code.OrganizationId].ShowCode(value);
        }

        return changing.Count;
    }
}
