using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>What the meetings of a year say of a member.</summary>
/// <param name="Invited">To how many meetings that were held they were invited.</param>
/// <param name="Present">To how many they came in person.</param>
/// <param name="AbsentWithReason">From how many they were absent with a reason.</param>
/// <param name="AbsentWithoutReason">From how many they were absent without a reason.</param>
/// <param name="Represented">To how many somebody of the family came, who is absent (RES-11).</param>
/// <param name="Opinions">How many opinions of theirs were recorded.</param>
internal sealed record YearAtResidence(int Invited, int Present, int AbsentWithReason, int AbsentWithoutReason, int Represented, int Opinions)
{
    /// <summary>The years of members at the cells that comment on them, by request.</summary>
    public static async Task<IReadOnlyDictionary<Guid, YearAtResidence>> FindAsync(
        LiaisonDbContext db, IReadOnlyCollection<CommentRequest> requests, CancellationToken cancellationToken)
    {
        var members = requests.Select(request => request.MemberId).Distinct().ToArray();
        var years = requests.Select(request => request.Year).Distinct().ToArray();
        var attended = (await db.Attendances.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => members.Contains(row.MemberId) && years.Contains(row.MetOn.Year) && row.Kind != AttendanceKind.Summoned)
            .Select(row => new { row.MemberId, row.CellId, row.MetOn.Year, row.Kind }).ToListAsync(cancellationToken))
            .ToLookup(row => (row.MemberId, row.CellId, row.Year), row => row.Kind);
        var said = (await db.Opinions.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => members.Contains(row.MemberId) && years.Contains(row.RecordedOn.Year))
            .Select(row => new { row.MemberId, row.CellId, row.RecordedOn.Year }).ToListAsync(cancellationToken))
            .ToLookup(row => (row.MemberId, row.CellId, row.Year));
        return requests.ToDictionary(request => request.Id, YearOf);

        YearAtResidence YearOf(CommentRequest request)
        {
            var key = (request.MemberId, request.CellId!.Value, request.Year);
            var kinds = attended[key].ToList();
            return new YearAtResidence(
                kinds.Count, Count(AttendanceKind.Present), Count(AttendanceKind.AbsentWithReason), Count(AttendanceKind.AbsentWithoutReason),
                Count(AttendanceKind.Represented), said[key].Count());

            int Count(AttendanceKind kind) => kinds.Count(one => one == kind);
        }
    }
}
