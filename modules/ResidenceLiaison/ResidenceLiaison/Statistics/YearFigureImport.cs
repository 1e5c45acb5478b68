using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Npgsql;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>What organizations reported of past years, one row an organization and year. A year that is known is not changed by a file: undo the earlier one first.</summary>
internal sealed class YearFigureImport : ImportFormat
{
    private const string FindKnown =
        """
        update staged set known = (figure.introduced, figure.commended, figure.warned) = (staged.introduced, staged.commended, staged.warned)
        from residence_liaison.year_figure as figure
        where figure.province_id = @province and figure.organization_id = staged.organization_id and figure.year = staged.year
        """;

    /// <inheritdoc />
    public override string Id => "residence-figures";

    /// <inheritdoc />
    public override LocalizedText Title => new("Số liệu năm về đảng viên ở nơi cư trú", "Yearly figures of residence liaison");

    /// <inheritdoc />
    public override string Permission => ResidenceLiaisonPermissions.ImportFigures;

    /// <inheritdoc />
    protected override void Define(ImportFormatBuilder format)
    {
        format.Text("organization_code", "Mã tổ chức đảng", "Organization code").Called("Mã tổ chức").Required().MaximumLength(30);
        format.Integer("year", "Năm", "Year").Required().Between(2000, 2200);
        format.Integer("introduced", "Đã giới thiệu", "Introduced").Required().Between(0, 1_000_000);
        format.Integer("commended", "Được biểu dương", "Commended").Required().Between(0, 1_000_000);
        format.Integer("warned", "Bị nhắc nhở, phê bình", "Warned").Required().Between(0, 1_000_000);
        format.Text("source", "Nguồn", "Source").Called("Báo cáo").MaximumLength(300);
        format.Staged("organization_id", "uuid").Staged("known", "boolean").Prepare(FindOrganizationsAsync).Prepare(FindKnown);
        DefineChecks(format);
        format.Apply(
                """
                insert into residence_liaison.year_figure (province_id, id, organization_id, year, introduced, commended, warned, source)
                select @province, id, organization_id, year, introduced, commended, warned, source from accepted where known is null
                """)
            .Creates("YearFigure", "residence_liaison.year_figure", organization: "organization_id")
            .Undo("delete from residence_liaison.year_figure as figure using undone where figure.province_id = @province and figure.id = undone.id");
        format.ScopedTo("organization_id");
    }

    private static void DefineChecks(ImportFormatBuilder format) => format
        .Check("organization_code", new ReportingOrganizationIsUnknown(), "select row_number, organization_code from staged where organization_code is not null and organization_id is null")
        .Check("year", new YearIsNotOverYet(), "select row_number, year::text from staged where year >= extract(year from @today)")
        .Check("introduced", new MoreWereJudgedThanIntroduced(), "select row_number from staged where commended + warned > introduced")
        .Check("introduced", new YearIsReportedOtherwise(), "select row_number, year::text from staged where known = false")
        .Check(null, new YearAppearsTwiceInTheFile(),
            """
            select row_number, first_row::text
            from (
                select row_number, min(row_number) over (partition by organization_id, year) as first_row
                from staged where organization_id is not null and year is not null
            ) as named
            where row_number > first_row
            """);

    private static async Task FindOrganizationsAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var codes = await run.ReadAsync(
            "select distinct organization_code from staged where organization_code is not null", reader => reader.GetString(0), cancellationToken);
        var found = await run.Services.GetRequiredService<IOrganizationDirectory>().FindByCodeAsync(codes, run.Today, cancellationToken);
        await using var command = run.CreateCommand(
            "update staged set organization_id = named.id from unnest(@codes, @ids) as named (code, id) where staged.organization_code = named.code");
        command.Parameters.Add(new NpgsqlParameter<string[]>("codes", [.. found.Keys]));
        command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. found.Values.Select(organization => organization.Id)]));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
