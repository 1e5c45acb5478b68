using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Data;
using Modular.Members.Imports;

namespace Modular.Members.Cards.Numbers.Importing;

/// <summary>Asks the rules of <c>giveCvNumbers</c> about the rows of a file.</summary>
internal static class ImportedCvNumbers
{
    /// <summary>What stands against the rows that are right in themselves.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadAsync(
            "select row_number, member_id, cv_key from staged where not faulty and is_known is null order by row_number",
            reader => (Row: reader.GetInt32(0), MemberId: reader.GetGuid(1), Number: reader.GetString(2)),
            cancellationToken);
        if (rows.Count == 0)
            return [];
        var members = await MembersByNumber.ReadAsync(run, rows.Select(row => row.MemberId), cancellationToken);
        var ranges = await CvNumberRanges.ReadAsync(
            run.Services.GetRequiredService<MembersDbContext>(),
            run.Services.GetRequiredService<IOrganizationTree>(),
            [.. members.Values.Select(member => member.OrganizationId).Distinct()],
            cancellationToken);
        return
        [
            .. from row in rows
               from problem in CvNumberGiving.Check(members[row.MemberId], row.Number, ranges, "")
               select new RowFault(row.Row, problem.Field == ".number" ? "cv_number" : "member_number", problem),
        ];
    }
}
