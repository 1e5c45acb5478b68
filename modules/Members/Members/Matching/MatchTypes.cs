using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Matching;

/// <summary>How many rows of a run are in a class, and how many of them are decided.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Decided">How many of them are decided.</param>
[Classified(DataClass.Internal)]
internal sealed record MatchFigure(MatchClass Class, int Count, int Decided);

internal sealed class MatchRunType : EntityType<MatchRun, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MatchRun> run)
    {
        run.Name("MatchRun").Requires(MembersPermissions.Match);
        run.Describe("A list from elsewhere, such as the national export, that was compared with the register (đợt đối chiếu).");
        run.Field(r => r.Id, DataClass.Internal).Named("batchId");
        run.Field(r => r.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        run.Field(r => r.State, DataClass.Internal);
        run.Field(r => r.MadeAt, DataClass.Internal);
        run.Field(r => r.MadeBy, DataClass.Internal);
        run.Field(r => r.MembersCompared, DataClass.Internal);
        run.Field(r => r.ClosedAt, DataClass.Internal);
        run.Field(r => r.ClosedBy, DataClass.Internal);
        run.Field(r => r.ClosedBecause, DataClass.Internal);
        run.StatementList<MatchFigure>("figures", "How many rows are in each class, and how many of them are decided.", DataClass.Internal, DefineFigures);
        run.Connection<MatchRow>("rows", r => r.RunId, "The rows beside the register, in the order of the file; members whom the list does not name come last.");
        run.Filter(r => r.State);
        run.Sortable("MADE", r => r.MadeAt).SortedBy("MADE", descending: true);
    }

    private static void DefineFigures(StatementBuilder figures) => figures.Sql(sql =>
    {
        var matched = sql.Table<MatchRow>("matched");
        return $"""
            select {matched[r => r.RunId]} as key, {matched[r => r.Class]} as class, count(*)::int as count, count({matched[r => r.Decision]})::int as decided
            from {matched}
            where {matched[r => r.RunId]} = any ({sql.Keys})
            group by {matched[r => r.RunId]}, {matched[r => r.Class]}
            order by {matched[r => r.RunId]}, {matched[r => r.Class]}
            """;
    });
}

internal sealed class MatchRowType : EntityType<MatchRow, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MatchRow> matched)
    {
        matched.Name("MatchRow").Requires(MembersPermissions.Match);
        matched.Describe("A row of a list beside the person of the register whom it is about.");
        matched.Field(r => r.Position, DataClass.Internal);
        matched.Field(r => r.RowNumber, DataClass.Internal);
        matched.Field(r => r.Class, DataClass.Basic);
        matched.Field(r => r.Reason, DataClass.Basic);
        matched.Reference("member", "Member", r => r.MemberId, "The person of the register; null where there is none, or where it is not told which.");
        matched.Field(r => r.Differing, DataClass.Basic);
        matched.Field(r => r.FullName, DataClass.Basic);
        matched.Field(r => r.Sex, DataClass.Basic);
        matched.Field(r => r.BirthDate, DataClass.Basic);
        matched.Field(r => r.BirthDatePrecision, DataClass.Basic);
        matched.Field(r => r.CitizenId, DataClass.Sensitive).Requires(MembersPermissions.ReadSensitive);
        matched.Field(r => r.EthnicGroup, DataClass.Basic);
        matched.Field(r => r.NativePlace, DataClass.Basic);
        matched.Field(r => r.CardNumber, DataClass.Basic);
        matched.Field(r => r.CvNumber, DataClass.Basic);
        matched.Field(r => r.JoinedOn, DataClass.Basic);
        matched.Field(r => r.OfficialOn, DataClass.Basic);
        matched.Field(r => r.CellCode, DataClass.Internal);
        matched.Reference("cell", "Organization", r => r.CellId, "The cell of that code; null where the province has none.");
        matched.Field(r => r.Decision, DataClass.Basic);
        matched.Field(r => r.DecidedAt, DataClass.Internal);
        matched.Field(r => r.DecidedBy, DataClass.Internal);
        matched.Field(r => r.DecidedBecause, DataClass.Basic);
        matched.Children<MatchCandidate>("candidates", c => c.RowId, "The persons of the register whom a probable, ambiguous or defective row may be about.");
        matched.Filter(r => r.Class).Filter(r => r.Reason).Filter(r => r.Decision).Filter(r => r.RowNumber);
        matched.Filter<bool>("isOpen", "Those that are, or are not, decided.", (row, value) => $"({row[r => r.Decision]} is null) = {value}");
        matched.Filter<string>("differsIn", "Those of which this field differs, as `differing` calls it.", (row, value) => $"{value} = any ({row[r => r.Differing]})");
        matched.Sortable("POSITION", r => r.Position).SortedBy("POSITION");
    }
}

internal sealed class MatchCandidateType : EntityType<MatchCandidate, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MatchCandidate> candidate)
    {
        candidate.Name("MatchCandidate").Requires(MembersPermissions.Match);
        candidate.Describe("Somebody of the register whom a row of a list may be about.");
        candidate.Reference("member", "Member", c => c.MemberId, "The person.");
        candidate.Field(c => c.Reason, DataClass.Basic);
        candidate.Sortable("REASON", c => c.Reason);
    }
}

internal sealed class MatchQueries : QueryFields
{
    protected override void Define(QueryBuilder query) =>
        query.Connection<MatchRun>("matchRuns", "The lists that were compared with the register (đợt đối chiếu), the latest first.");
}

[QueryType]
internal static class MatchRunQuery
{
    /// <summary>A list that was compared with the register; null where there is none of this import, or the user may not see it.</summary>
    /// <param name="batchId">The import that brought it.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Match)]
    [References("MatchRun")]
    [Classified(DataClass.Internal)]
    public static async Task<Guid?> MatchRunAsync(Guid batchId, MembersDbContext db, CancellationToken cancellationToken) =>
        await db.Set<MatchRun>().AnyAsync(run => run.Id == batchId, cancellationToken) ? batchId : null;
}
