using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>A notice with its place in the input.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record OpenedNotice(Notice Notice, string Field);

/// <summary>Opens notices for a step of the committee for which they are.</summary>
internal sealed class OpenedNotices(Reaches reaches)
{
    private const string Path = "input.notices";

    /// <summary>The notices in the order asked, or every reason against it.</summary>
    public async Task<Result<List<OpenedNotice>>> OpenAsync(LiaisonDbContext db, IReadOnlyList<ChangedNoticeInput> asked, CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.Id).ToArray();
        if (Bulk.Check(ids, Path) is { } unfit)
            return unfit;
        var found = await db.Notices.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var reached = await reaches.CoveredAsync(
            db, ResidenceLiaisonPermissions.ExchangeNotices, [.. found.Values.Select(row => row.AddresseeId).Distinct()], cancellationToken);
        var problems = new List<Problem>();
        var opened = new List<OpenedNotice>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = $"{Path}.{index}";
            if (!found.TryGetValue(asked[index].Id, out var notice))
                problems.Add(new NotFound("ResidenceNotice") { Field = $"{place}.id" });
            else if (notice.MemberId == db.Access.MemberId)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = $"{place}.id" });
            else if (notice.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, notice.Version) { Field = $"{place}.expectedVersion" });
            else if (!reached.Contains(notice.AddresseeId))
                problems.Add(new NoticeIsOutOfYourReach { Field = $"{place}.id" });
            else
                opened.Add(new OpenedNotice(notice, place));
        }

        return problems.Count > 0 ? problems : opened;
    }
}
