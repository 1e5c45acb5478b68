using Modular.Kernel.Policies;
using Modular.Kernel.Time;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>Sends notices within the change that is running, with their last days by the policy of the day.</summary>
internal sealed class NoticeSending(IPolicies policies, IWorkingDays workingDays)
{
    /// <summary>Tells the other committee something of each of these members. Of whom no letter was issued nobody is told.</summary>
    public async Task<IReadOnlyList<Notice>> SendAsync(
        LiaisonDbContext db, IReadOnlyCollection<(Introduction Introduction, NoticeTelling Telling)> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
            return [];
        var policy = await policies.InForceOnAsync<NoticePolicy>(db.Today, cancellationToken);
        var calendar = await workingDays.CalendarAsync(cancellationToken);
        var dates = new NoticeDates(
            db.Today, calendar.DueAfter(db.Today, policy.AcknowledgeWorkingDays), calendar.DueAfter(db.Today, policy.AnswerWorkingDays));
        var notices = told.Where(one => one.Introduction.ReceiverId is not null).Select(one => Notice.Send(one.Introduction, one.Telling, dates)).ToList();
        db.Notices.AddRange(notices);
        return notices;
    }
}
