using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class UndoingTests
{
    private const string TwoPeople =
        "Họ tên,Ngày sinh,Tình trạng,Chi bộ,Nơi ở\nNguyễn Văn An,19/05/1980,Chính thức,Chi bộ 1,Xóm 1\nTrần Thị Bình,1985,Dự bị,Chi bộ 1,Xóm 2\n";

    [Fact]
    public async Task Undoing_takes_the_rows_out_and_keeps_the_history()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;

        var undone = (await setting.UndoAsync(batch.Id)).Value;

        Assert.Equal((ImportState.Undone, "test", "by mistake"), (undone.State, undone.UndoneByName, undone.UndoneBecause));
        Assert.Equal(0, await setting.PeopleAsync());
        Assert.Equal(
            "CREATED Nguyễn Văn An, CREATED Trần Thị Bình, DELETED Nguyễn Văn An, DELETED Trần Thị Bình",
            await setting.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select string_agg(
                    action || ' ' || coalesce(changes #>> '{fullName,after}', changes #>> '{fullName,before}'), ', '
                    order by action, changes #>> '{status}')
                from kernel.edits where entity = 'Person'
                """));
    }

    [Fact]
    public async Task A_file_whose_import_was_undone_can_be_imported_again()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;
        await setting.UndoAsync(batch.Id);

        var again = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;

        Assert.NotEqual(batch.Id, again.Id);
        Assert.Equal((ImportState.Applied, 2L), (again.State, await setting.PeopleAsync()));
    }

    [Fact]
    public async Task An_import_whose_objects_were_changed_cannot_be_undone()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;
        await using (var scope = setting.Database.Enter())
        {
            await scope.Write<SampleDbContext>().RunAsync<bool>(
                (db, _) =>
                {
                    db.People.Single(person => person.FullName == "Trần Thị Bình").FullName = "Trần Thị Thanh Bình";
                    return Task.FromResult<Result<bool>>(true);
                },
                CancellationToken.None);
        }

        var refused = await setting.UndoAsync(batch.Id);

        Assert.Equal([new ImportedRowsWereChanged(1)], refused.Problems);
        Assert.Equal(2, await setting.PeopleAsync());
    }

    [Fact]
    public async Task An_import_on_whose_objects_something_was_built_cannot_be_undone()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;
        await setting.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "insert into sample.note (province_id, id, person_id, text) select province_id, gen_random_uuid(), id, 'x' from sample.person");

        Assert.Equal([new ImportedRowsWereChanged(2)], (await setting.UndoAsync(batch.Id)).Problems);
    }

    [Fact]
    public async Task An_import_is_undone_once()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing)).Value;
        await setting.UndoAsync(batch.Id);

        Assert.Equal([new ImportIsNotApplied(ImportState.Undone)], (await setting.UndoAsync(batch.Id)).Problems);
    }

    [Fact]
    public async Task An_officer_undoes_only_their_own_imports()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var path = await setting.Database.PathAsync(SampleData.Province);
        var one = new TestAccess().Below(PersonImport.ImportPermission, path);
        var other = new TestAccess().Below(PersonImport.ImportPermission, path);
        var batch = (await setting.ImportAsync(setting.File("a.csv", TwoPeople), ImportMode.AllOrNothing, one)).Value;

        Assert.Equal([new NotFound("ImportBatch")], (await setting.UndoAsync(batch.Id, other)).Problems);
        Assert.True((await setting.UndoAsync(batch.Id, one)).Succeeded);
    }
}
