using Microsoft.EntityFrameworkCore;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>What comments and meetings of cells show, told by the database: one statement for each kind.</summary>
internal sealed class IndicatorFacts(LiaisonDbContext db, Guid[] cells, int year, IndicatorPolicy policy)
{
    /// <summary>All that is found.</summary>
    /// <param name="goodLevels">The levels of the form that praise, by their codes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<List<Finding>> FindAsync(string[] goodLevels, CancellationToken cancellationToken) =>
    [
        .. Group(IndicatorKind.AlikeTexts, await AlikeTextsAsync(cancellationToken), policy.AlikeSharePercent, policy.LeastComments),
        .. Counted(IndicatorKind.UniformLevels, year, await UniformLevelsAsync(cancellationToken), policy.UniformSharePercent, policy.LeastComments),
        .. Group(IndicatorKind.PraisedThoughAbsent, await PraisedThoughAbsentAsync(goodLevels, cancellationToken), sharePercent: 0, least: 1),
        .. Counted(IndicatorKind.NeverAWarning, year - policy.YearsWithoutWarning + 1, await NeverAWarningAsync(cancellationToken), sharePercent: 0, policy.LeastComments),
        .. Counted(IndicatorKind.SilentMeetings, year, await SilentMeetingsAsync(cancellationToken), policy.SilentSharePercent, least: 1),
    ];

    private IEnumerable<Finding> Group(IndicatorKind kind, List<FoundComment> comments, int sharePercent, int least) => comments
        .GroupBy(comment => comment.CellId)
        .Select(cell => new Finding(
            cell.Key, kind, year, cell.Count(), cell.First().OutOf, [.. cell.OrderByDescending(comment => comment.Percent).Select(comment => new FoundEvidence(comment.RequestId, comment.Percent))]))
        .Where(finding => IsEnough(finding.Found, finding.OutOf, sharePercent, least));

    private static IEnumerable<Finding> Counted(IndicatorKind kind, int fromYear, List<FoundCell> cells, int sharePercent, int least) => cells
        .Where(cell => IsEnough(cell.Found, cell.OutOf, sharePercent, least))
        .Select(cell => new Finding(cell.CellId, kind, fromYear, cell.Found, cell.OutOf, []));

    private static bool IsEnough(int found, int outOf, int sharePercent, int least) => found > 0 && outOf >= least && 100 * found >= sharePercent * outOf;

    // Comments count from the signature on, so that the commune committee can look before it certifies; of several versions the last one that was signed.
    private Task<List<FoundComment>> AlikeTextsAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<FoundComment>(
        $"""
        with signed as materialized (
            select distinct on (written.request_id) written.cell_id, written.request_id, written.text_key
            from residence_liaison.comment as written
            where written.province_id = {db.Province.Value} and written.cell_id = any ({cells}) and written.year = {year} and written.state <> 'DRAFTED' and written.text_key is not null
            order by written.request_id, written.revision desc
        ),
        texts as materialized (
            select signed.cell_id, signed.text_key, count(*)::int as times, sum(count(*)) over (partition by signed.cell_id)::int as out_of
            from signed group by signed.cell_id, signed.text_key
        ),
        alike as (
            select texts.cell_id, texts.text_key, texts.out_of,
                greatest(case when texts.times > 1 then 1 else 0 end, (
                    select max(similarity(texts.text_key, other.text_key)) from texts as other
                    where other.cell_id = texts.cell_id and other.text_key <> texts.text_key
                        and length(other.text_key) between length(texts.text_key) * {policy.AlikePercent} / 100 and length(texts.text_key) * 100 / {policy.AlikePercent} + 1)) as likeness
            from texts
        )
        select signed.cell_id as "CellId", signed.request_id as "RequestId", floor(100 * alike.likeness)::int as "Percent", alike.out_of as "OutOf"
        from alike join signed on signed.cell_id = alike.cell_id and signed.text_key = alike.text_key
        where alike.likeness * 100 >= {policy.AlikePercent}
        """).ToListAsync(cancellationToken);

    private Task<List<FoundCell>> UniformLevelsAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<FoundCell>(
        $"""
        with signed as (
            select distinct on (written.request_id) written.cell_id, written.level, written.marks
            from residence_liaison.comment as written
            where written.province_id = {db.Province.Value} and written.cell_id = any ({cells}) and written.year = {year} and written.state <> 'DRAFTED'
            order by written.request_id, written.revision desc
        ),
        counted as (
            select signed.cell_id, count(*) as times, sum(count(*)) over (partition by signed.cell_id) as out_of from signed group by signed.cell_id, signed.level, signed.marks
        )
        select counted.cell_id as "CellId", max(counted.times)::int as "Found", max(counted.out_of)::int as "OutOf" from counted group by counted.cell_id
        """).ToListAsync(cancellationToken);

    private Task<List<FoundComment>> PraisedThoughAbsentAsync(string[] goodLevels, CancellationToken cancellationToken) => db.Database.SqlQuery<FoundComment>(
        $"""
        with signed as (
            select distinct on (written.request_id) written.cell_id, written.request_id, written.level, written.invited, written.present
            from residence_liaison.comment as written
            where written.province_id = {db.Province.Value} and written.cell_id = any ({cells}) and written.year = {year} and written.state <> 'DRAFTED'
            order by written.request_id, written.revision desc
        ),
        counted as (select signed.*, count(*) over (partition by signed.cell_id)::int as out_of from signed)
        select counted.cell_id as "CellId", counted.request_id as "RequestId", (100 * (counted.invited - counted.present) / counted.invited) as "Percent", counted.out_of as "OutOf"
        from counted
        where counted.level = any ({goodLevels}) and counted.invited > 0 and 100 * (counted.invited - counted.present) >= {policy.AbsentPercent} * counted.invited
        """).ToListAsync(cancellationToken);

    private Task<List<FoundCell>> NeverAWarningAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<FoundCell>(
        $"""
        select counted.organization_id as "CellId", sum(counted.sent_in_time + counted.sent_late)::int as "Found", sum(counted.sent_in_time + counted.sent_late)::int as "OutOf"
        from residence_liaison.comment_count as counted
        where counted.province_id = {db.Province.Value} and counted.organization_id = any ({cells}) and counted.side = 'RESIDENCE'
            and counted.year between {year - policy.YearsWithoutWarning + 1} and {year} and counted.sent_in_time + counted.sent_late > 0
        group by counted.organization_id
        having count(distinct counted.year) = {policy.YearsWithoutWarning} and sum(counted.warned) = 0
        """).ToListAsync(cancellationToken);

    private Task<List<FoundCell>> SilentMeetingsAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<FoundCell>(
        $"""
        select held.cell_id as "CellId",
            (count(*) filter (where not exists (
                select from residence_liaison.opinion as said where said.province_id = held.province_id and said.meeting_id = held.id)))::int as "Found",
            count(*)::int as "OutOf"
        from residence_liaison.meeting as held
        where held.province_id = {db.Province.Value} and held.cell_id = any ({cells}) and held.year = {year} and held.state = 'HELD'
        group by held.cell_id
        """).ToListAsync(cancellationToken);
}

/// <summary>A comment that shows something.</summary>
internal sealed record FoundComment(Guid CellId, Guid RequestId, int Percent, int OutOf);

/// <summary>Figures of a cell that show something.</summary>
internal sealed record FoundCell(Guid CellId, int Found, int OutOf);
