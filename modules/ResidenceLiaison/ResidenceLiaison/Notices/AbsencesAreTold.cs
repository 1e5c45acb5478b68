using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Meetings;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>
/// Tells the workplace of members who were absent without a reason, or sent somebody of the family (RES-08, RES-11), from as many absences within a year as the policy says. What is corrected later takes the
/// notice back.
/// </summary>
internal sealed class AbsencesAreTold(NoticeSending sending, IPolicies policies)
{
    /// <summary>Tells of a meeting that is being recorded.</summary>
    public async Task TellAsync(LiaisonDbContext db, Meeting meeting, IReadOnlyCollection<Attendance> attendances, CancellationToken cancellationToken)
    {
        var absent = attendances.Where(IsToldOf).ToDictionary(attendance => attendance.IntroductionId);
        var told = await db.Notices.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.MeetingId == meeting.Id && row.State != NoticeState.Withdrawn).ToDictionaryAsync(row => row.IntroductionId, cancellationToken);
        foreach (var (introductionId, notice) in told)
        {
            if (!absent.ContainsKey(introductionId))
                notice.Withdraw();
        }

        var policy = await policies.InForceOnAsync<NoticePolicy>(db.Today, cancellationToken);
        var missing = absent.Values.Where(attendance => !told.ContainsKey(attendance.IntroductionId)).ToList();
        if (policy.AbsencesToTell == 0 || missing.Count == 0)
            return;
        var often = await OftenAbsentAsync(db, meeting, missing, policy.AbsencesToTell, cancellationToken);
        var introductions = await db.Introductions.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => often.Contains(row.Id)).ToListAsync(cancellationToken);
        await sending.SendAsync(db, [.. introductions.Select(introduction => (introduction, TellingOf(meeting, absent[introduction.Id])))], cancellationToken);
    }

    /// <summary>Those who have been absent so often within the year that ends with the meeting, it included.</summary>
    private static async Task<HashSet<Guid>> OftenAbsentAsync(
        LiaisonDbContext db, Meeting meeting, List<Attendance> absent, int often, CancellationToken cancellationToken)
    {
        if (often <= 1)
            return [.. absent.Select(attendance => attendance.IntroductionId)];
        var introductionIds = absent.Select(attendance => attendance.IntroductionId).ToArray();
        var from = meeting.HeldOn!.Value.AddYears(-1);
        var before = await db.Attendances.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => introductionIds.Contains(row.IntroductionId) && row.MeetingId != meeting.Id && row.MetOn > from && row.MetOn <= meeting.HeldOn
                && (row.Kind == AttendanceKind.AbsentWithoutReason || row.Kind == AttendanceKind.Represented))
            .GroupBy(row => row.IntroductionId).Select(group => new { group.Key, Times = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Times, cancellationToken);
        return [.. introductionIds.Where(id => before.GetValueOrDefault(id) + 1 >= often)];
    }

    private static bool IsToldOf(Attendance attendance) => attendance.Kind is AttendanceKind.AbsentWithoutReason or AttendanceKind.Represented;

    private static NoticeTelling TellingOf(Meeting meeting, Attendance attendance) =>
        new(NoticeKind.AbsentFromMeeting, NoticeDirection.ToWorkplace, meeting.HeldOn!.Value)
        {
            Content = attendance.RepresentedBy is { } representative ? $"Người nhà đi thay: {representative}." : null,
            MeetingId = meeting.Id,
            IsAutomatic = true,
        };
}
