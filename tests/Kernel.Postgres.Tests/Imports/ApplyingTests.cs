using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class ApplyingTests
{
    private const string Header = "Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ,Nơi ở\n";

    private const string TwoGoodOneBad = Header
        + "Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1\n"
        + "Trần Thị Bình,1985,36000002,Dự bị,Chi bộ 9,Xóm 2\n"
        + "Vũ Đức Cường,2/9/1990,36000003,chinh thuc,Chi bộ 1,Xóm 3\n";

    [Fact]
    public async Task A_dry_run_gives_verdicts_and_writes_nothing()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoGoodOneBad), ImportMode.DryRun)).Value;

        Assert.Equal((ImportState.Checked, 3, 1, 0, 0), (batch.State, batch.RowsRead, batch.RowsWithErrors, batch.RowsWithWarnings, batch.RowsApplied));
        Assert.Equal("3 cell Error CELL_IS_NOT_KNOWN: There is no cell \"Chi bộ 9\".", await setting.VerdictsAsync(batch));
        Assert.Equal(0, await setting.PeopleAsync());
    }

    [Fact]
    public async Task All_or_nothing_applies_nothing_where_one_row_has_an_error()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoGoodOneBad), ImportMode.AllOrNothing)).Value;

        Assert.Equal((ImportState.Refused, 0), (batch.State, batch.RowsApplied));
        Assert.Equal(0, await setting.PeopleAsync());
    }

    [Fact]
    public async Task Good_rows_only_leaves_out_the_others()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoGoodOneBad), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Applied, 2, 1), (batch.State, batch.RowsApplied, batch.RowsWithErrors));
        Assert.Equal(
            "Nguyễn Văn An, Vũ Đức Cường",
            await setting.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select string_agg(full_name, ', ' order by full_name) from sample.person"));
    }

    [Fact]
    public async Task Applied_rows_have_a_history_of_edits_and_raise_an_event()
    {
        await using var setting = await ImportSetting.CreateAsync();
        await setting.ImportAsync(setting.File("list.csv", Header + "Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1\n"), ImportMode.AllOrNothing);

        var edit = await setting.Database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            "select concat_ws(' | ', module, entity, action, user_name, reason, changes) from kernel.edits where entity = 'Person'");
        var happened = await setting.Database.ScalarAsync<string>(
            TestProvinces.NamDinh, "select concat_ws(' | ', module, event_name, payload) from kernel.outbox");

        Assert.Equal(
            $$$"""
            sample | Person | CREATED | test | import: list.csv | {"bornOn": {"after": "1980-05-19"}, "status": {"after": "OFFICIAL"}, \
            "fullName": {"after": "Nguyễn Văn An"}, "cardNumber": {"after": "36000001"}, "homeCommune": {"after": "Xóm 1"}, \
            "organizationId": {"after": "{{{SampleData.FirstCell}}}"}}
            """.Replace("\\\n", "", StringComparison.Ordinal),
            edit);
        Assert.Equal("""sample | sample.people-imported | {"count": 1}""", happened);
    }

    [Fact]
    public async Task The_same_file_again_is_answered_with_the_batch_that_applied_it()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = Header + "Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1\n";
        var first = (await setting.ImportAsync(setting.File("a.csv", text), ImportMode.AllOrNothing)).Value;

        var second = (await setting.ImportAsync(setting.File("copy.csv", text), ImportMode.AllOrNothing)).Value;

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(1, await setting.PeopleAsync());
    }

    [Fact]
    public async Task The_same_file_again_applies_only_the_rows_that_are_still_missing()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = Header
            + "Nguyễn Văn An,19/05/1980,36000001,Chính thức,Chi bộ 1,Xóm 1\n"
            + "Trần Thị Bình,1985,36000002,Dự bị,Chi bộ 1,Xóm 2\n";
        await setting.ImportAsync(setting.File("taken.csv", Header + "Lê Thị Dung,1970,36000002,Chính thức,Chi bộ 1,Xóm 9\n"), ImportMode.AllOrNothing);
        await setting.ImportAsync(setting.File("a.csv", text), ImportMode.GoodRowsOnly);
        await setting.Database.ExecuteAsync(TestProvinces.NamDinh, "update sample.person set card_number = null where full_name = 'Lê Thị Dung'");

        var again = (await setting.ImportAsync(setting.File("a.csv", text), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Applied, 2, 1, 1, 0), (again.State, again.RowsRead, again.RowsAppliedBefore, again.RowsApplied, again.RowsWithErrors));
        Assert.Equal(3, await setting.PeopleAsync());
    }

    [Fact]
    public async Task Rows_that_depend_on_a_faulty_row_are_faulty_too()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var verdicts = await setting.VerdictsAsync(
            "Họ tên,Ngày sinh,Tình trạng,Chi bộ,Nơi ở,Người giới thiệu\n"
            + "C,1990,Dự bị,Chi bộ 1,x,B\n"
            + "B,1980,Dự bị,Chi bộ 1,x,A\n"
            + "A,1970,Dự bị,Chi bộ 9,x,\n"
            + "D,1990,Dự bị,Chi bộ 1,x,E\n");

        Assert.Equal(
            """
            2 knows Error SPONSOR_IS_NOT_IMPORTED: The sponsor B has an error.
            3 knows Error SPONSOR_IS_NOT_IMPORTED: The sponsor A has an error.
            4 cell Error CELL_IS_NOT_KNOWN: There is no cell "Chi bộ 9".
            """,
            verdicts);
    }

    [Fact]
    public async Task A_row_that_clashes_with_the_register_unseen_rolls_everything_back()
    {
        await using var setting = await ImportSetting.CreateAsync();

        // The name is given to the checks, and empty to the database: only its constraint sees it.
        var batch = (await setting.ImportAsync(
            ImportContent.OfRows("made", "1", ["full_name", "born_on", "status", "cell"], [new MadeRow(SampleData.FirstCell, ["A", "1990", "OFFICIAL", "Chi bộ 1"]), new MadeRow(SampleData.FirstCell, ["B", "1990", "OFFICIAL", "Chi bộ 1"])]),
            ImportMode.AllOrNothing)).Value;

        Assert.Equal((ImportState.Failed, "IMPORT_CLASHED_WITH_THE_REGISTER"), (batch.State, batch.ProblemCode));
        Assert.Equal("The register changed during the import (constraint person_pkey); nothing was written. Run it again.", batch.Problem!.English);
        Assert.Equal(0, await setting.PeopleAsync());
    }

    [Fact]
    public async Task Rows_outside_of_the_users_area_are_refused()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var officer = new TestAccess().Below(PersonImport.ImportPermission, await setting.Database.PathAsync(SampleData.Commune));
        var file = setting.File("a.csv", "Họ tên,Ngày sinh,Tình trạng,Chi bộ,Nơi ở\nA,1990,Dự bị,Chi bộ 1,x\nB,1980,Dự bị,Xã bên,x\n");

        var batch = (await setting.ImportAsync(file, ImportMode.GoodRowsOnly, officer)).Value;

        Assert.Equal(1, batch.RowsApplied);
        Assert.Equal(
            "3 organization_id Error ROW_IS_OUTSIDE_OF_YOUR_AREA: The organization of this row lies outside of the area in which you may import.",
            await setting.VerdictsAsync(batch));
    }

    [Fact]
    public async Task Whoever_holds_no_permission_to_import_is_told_of_no_format()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var refused = await setting.ImportAsync(setting.File("a.csv", TwoGoodOneBad), ImportMode.DryRun, new TestAccess().Everywhere("sample.read"));

        Assert.Equal([new ImportFormatIsUnknown("people")], refused.Problems);
    }

    [Fact]
    public async Task A_batch_is_seen_in_its_province_only()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoGoodOneBad), ImportMode.DryRun)).Value;
        await using var elsewhere = setting.Database.Enter(TestProvinces.TienGiang, new SystemAccess("test"));

        Assert.Null(await elsewhere.Get<ImportBatchReader>().FindAsync(batch.Id, CancellationToken.None));
        Assert.Empty(await elsewhere.Get<ImportBatchReader>().VerdictsAsync(batch.Id, null, 0, 10, CancellationToken.None));
    }
}
