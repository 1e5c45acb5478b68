using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Details;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Imports;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Headers = "Mã tổ chức đảng,Tên tổ chức đảng,Loại hình tổ chức,Mã cấp trên trực tiếp,Ngày thành lập";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-organizations-");
    private readonly List<EndingObjection> objections = [];
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync(
        new(2024, 6, 15), services => services.AddSingleton<IOrganizationEndingObjection>(new Objections(objections)));

    public async ValueTask DisposeAsync()
    {
        await province.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Organizations_come_in_with_their_parents_in_any_order()
    {
        var batch = await ImportAsync(
            """
            Mã TCĐ,Tên,Loại hình,Phân loại,Mã cấp trên,Ngày thành lập,Lĩnh vực,Mã ĐVHC,Số quyết định,Ngày quyết định,Cơ quan ban hành,Mã 208
            36.03.001.001,Chi bộ thôn Đông,Chi bộ,,36.03.001,03/02/1990,Thôn,,,,,36.103.001.000.001
            36.03.001,Đảng bộ xã Hải Anh,Đảng bộ cơ sở,,36.03,1/1/1960,Xã,36,5-QĐ/HU,30/12/1959,Huyện ủy Hải Hậu,36.103.001
            36.03,Đảng bộ huyện Hải Hậu,Đảng bộ cấp trên cơ sở,Huyện ủy,36,2/3/2015,,,,,,36.103
            """);

        Assert.Equal(
            "2 founded_on Warning PARENT_IS_YOUNGER\n3 founded_on Warning PARENT_IS_YOUNGER", await VerdictsAsync(batch));
        Assert.Equal((ImportState.Applied, 3), (batch.State, batch.RowsApplied));
        var data = await province.AskAsync(
            """
            { organizationByCode(code: "36103001000001") { code name fieldType ancestors { code } kind { name }
              codes { scheme value } events { nodes { type effectiveOn decision { number } } } parent { administrativeUnit { name } foundedOn } } }
            """);
        Assert.Equal(
            """{"organizationByCode":{"code":"36.103.001.000.001","name":"Chi bộ thôn Đông","fieldType":"RESIDENTIAL_AREA","ancestors":[{"code":"36"},{"code":"36.103"},{"code":"36.103.001"}],"kind":{"name":"Chi bộ trực thuộc"},"codes":[{"scheme":"REGULATION208","value":"36.103.001.000.001"},{"scheme":"INTERNAL","value":"36.03.001.001"}],"events":{"nodes":[{"type":"FOUND","effectiveOn":"1990-02-03","decision":null}]},"parent":{"administrativeUnit":{"name":"Nam Định"},"foundedOn":"1960-01-01"}}}""",
            data.ToJsonString(new System.Text.Json.JsonSerializerOptions(Province.Readable) { WriteIndented = false }));
    }

    [Theory]
    [InlineData("36.01.001.001,Chi bộ A,Chi bộ,36.01.001,1990", "2 code Error CODE_IS_IN_THE_REGISTER")]
    [InlineData("mã,Chi bộ A,Chi bộ,36.01.001,1990", "2 code Error CODE_IS_MALFORMED")]
    [InlineData("X1,Chi bộ A,Chi bộ,36.99,1990", "2 parent_code Error PARENT_CODE_IS_UNKNOWN")]
    [InlineData("X1,Chi bộ A,Chi bộ,,1990", "2 parent_code Error PARENT_IS_NEEDED")]
    [InlineData("X1,Chi bộ A,Chi bộ,36.01,1990", "2 kind Error KIND_DOES_NOT_STAND_THERE")]
    [InlineData("X1,Đảng bộ tỉnh,Đảng bộ tỉnh,,1990", "2 kind Error ROOT_IS_THERE_ALREADY")]
    [InlineData("X1,Đảng bộ khối,Đảng bộ cấp trên cơ sở,36,1990", "2 subkind Error SUBKIND_DOES_NOT_FIT")]
    [InlineData("X1,chi bộ XÓM 01,Chi bộ,36.01.001,1990", "2 name Error NAME_IS_TAKEN_THERE")]
    [InlineData("X1,Chi bộ A,Chi bộ,36.01.001,32/1/1990", "2 founded_on Error CELL_IS_NOT_A_DATE")]
    [InlineData("X1,Chi bộ A,Ban,36.01.001,1990", "2 kind Error CELL_IS_NOT_IN_THE_LIST")]
    public async Task A_row_that_breaks_a_rule_is_not_taken_in(string row, string verdict)
    {
        var batch = await ImportAsync($"{Headers}\n{row}\n", ImportMode.GoodRowsOnly);

        Assert.Contains(verdict, (await VerdictsAsync(batch)).Split('\n'));
        Assert.Equal(0, batch.RowsApplied);
    }

    [Fact]
    public async Task Parents_that_go_round_in_a_circle_are_found_with_all_below_them()
    {
        var batch = await ImportAsync(
            $"""
            {Headers}
            A,Chi bộ A,Chi bộ,B,2016
            B,Đảng bộ B,Đảng bộ bộ phận,C,2016
            C,Đảng bộ C,Đảng bộ bộ phận,B,2016
            D,Chi bộ D,Chi bộ,36.01.001,2016
            """,
            ImportMode.GoodRowsOnly);

        Assert.Equal(
            ["2 parent_code Error PARENTS_GO_IN_A_CIRCLE", "3 parent_code Error PARENTS_GO_IN_A_CIRCLE", "4 parent_code Error PARENTS_GO_IN_A_CIRCLE"],
            (await VerdictsAsync(batch)).Split('\n').Where(line => line.Contains("CIRCLE", StringComparison.Ordinal)));
        Assert.Equal(1, batch.RowsApplied);
    }

    [Fact]
    public async Task What_stands_below_a_row_with_errors_is_not_taken_in_either()
    {
        var batch = await ImportAsync(
            $"""
            {Headers}
            C1,Chi bộ 1,Chi bộ,B1,2016-01-05
            B1,Đảng bộ xã Mới,Đảng bộ cơ sở,36.77,2016-01-05
            G1,Tổ đảng 1,Tổ đảng,C1,2016-01-05
            """,
            ImportMode.GoodRowsOnly);

        Assert.Equal(
            ["2 parent_code Error PARENT_ROW_HAS_ERRORS", "3 parent_code Error PARENT_CODE_IS_UNKNOWN", "4 parent_code Error PARENT_ROW_HAS_ERRORS"],
            (await VerdictsAsync(batch)).Split('\n').Where(line => line.Contains("PARENT_", StringComparison.Ordinal)));
        Assert.Equal(0, batch.RowsApplied);
    }

    [Fact]
    public async Task An_officer_imports_only_below_the_own_organization()
    {
        var east = (await province.PlaceAsync(province.East, new(2024, 6, 15)))!.Path;
        var officer = new TestAccess().Below(OrganizationsPermissions.Import, east);

        var batch = await ImportAsync(
            $"""
            {Headers}
            E1,Chi bộ Đông,Chi bộ,36.01.001,2016-01-05
            W1,Chi bộ Tây,Chi bộ,36.02.001,2016-01-05
            W2,Tổ đảng Tây,Tổ đảng,W1,2016-01-05
            """,
            ImportMode.GoodRowsOnly,
            officer);

        Assert.Equal(
            "3 scope_id Error ROW_IS_OUTSIDE_OF_YOUR_AREA\n4 scope_id Error ROW_IS_OUTSIDE_OF_YOUR_AREA", await VerdictsAsync(batch));
        Assert.Equal(1, batch.RowsApplied);
    }

    [Fact]
    public async Task An_import_is_undone_as_long_as_nothing_was_built_on_it()
    {
        var batch = await ImportAsync($"{Headers}\nD1,Chi bộ D,Chi bộ,36.01.001,2016-01-05\n");
        var made = await province.ReadAsync(db => db.Organizations.SingleAsync(row => row.Code == "D1"));
        objections.Add(new EndingObjection(made.Id, new("đảng viên", "members"), 2));
        var withMembers = await UndoAsync(batch.Id);
        objections.Clear();
        var undone = await UndoAsync(batch.Id);
        var again = await ImportAsync($"{Headers}\nD1,Chi bộ D,Chi bộ,36.01.001,2016-01-05\n");
        var remade = await province.ReadAsync(db => db.Organizations.SingleAsync(row => row.Code == "D1"));
        await province.ActAsync<UpdatingAct, Organization>(updating => updating.RunAsync(
            new UpdateOrganizationInput
            {
                Id = remade.Id,
                ExpectedVersion = 1,
                Address = "Thôn Đông",
            },
            CancellationToken.None));
        var changed = await UndoAsync(again.Id);

        Assert.Equal(["IMPORTED_ROWS_ARE_IN_USE at "], withMembers.Found());
        Assert.Equal(ImportState.Undone, undone.Value.State);
        Assert.Null(await province.PlaceAsync(made.Id, new(2024, 6, 15)));
        Assert.Equal(["IMPORTED_ROWS_WERE_CHANGED at "], changed.Found());
    }

    private async Task<ImportBatch> ImportAsync(string text, ImportMode mode = ImportMode.AllOrNothing, ICurrentAccess? access = null)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(path, text);
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, access ?? new SystemAccess("test"));
        var batch = await scope.Get<FileImports>().RunAsync(
            new ImportRequest("organizations", ImportContent.OfFile(path), mode), progress: null, CancellationToken.None);
        return batch.Value;
    }

    private async Task<string> VerdictsAsync(ImportBatch batch)
    {
        Assert.Null(batch.ProblemCode);
        await using var scope = province.Database.Enter();
        var verdicts = await scope.Get<ImportBatchReader>().VerdictsAsync(batch.Id, severity: null, after: 0, most: 100, CancellationToken.None);
        return string.Join('\n', verdicts.Select(verdict => $"{verdict.Row} {verdict.Column} {verdict.Severity} {verdict.Code}"));
    }

    private async Task<Result<ImportBatch>> UndoAsync(Guid batch)
    {
        await using var scope = province.Database.Enter();
        return await scope.Get<ImportUndo>().RunAsync(batch, "by mistake", CancellationToken.None);
    }

    private sealed class Objections(List<EndingObjection> objections) : IOrganizationEndingObjection
    {
        public Task<IReadOnlyList<EndingObjection>> FindAsync(
            IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EndingObjection>>([.. objections]);
    }
}
