using Microsoft.EntityFrameworkCore;
using Modular.Organizations.Data;

namespace Modular.Organizations.Agencies;

/// <summary>Agencies close with the committee that they serve: when its organization ends, or becomes one without agencies.</summary>
internal static class PartyAgenciesEnd
{
    public static async Task OfOrganizationAsync(OrganizationsDbContext db, Guid organizationId, DateOnly end, Guid? decisionId, CancellationToken cancellationToken)
    {
        foreach (var agency in await db.Agencies.Where(row => row.OrganizationId == organizationId && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken))
            agency.Close(end, decisionId);
    }
}
