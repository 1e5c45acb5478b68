using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Entities;

public sealed class ProvinceIsolationTests
{
    [Fact]
    public async Task A_province_neither_sees_nor_touches_the_rows_of_another()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await database.AddPersonAsync(TestProvinces.NamDinh, "Trần Thị Bình");

        var seen = await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from sample.person");
        var seenElsewhere = await database.ScalarAsync<long>(TestProvinces.TienGiang, "select count(*) from sample.person");
        var changedElsewhere = await database.ExecuteAsync(TestProvinces.TienGiang, "update sample.person set full_name = 'x'");
        var deletedElsewhere = await database.ExecuteAsync(TestProvinces.TienGiang, "delete from sample.person where province_id = 36");

        Assert.Equal((1L, 0L, 0, 0), (seen, seenElsewhere, changedElsewhere, deletedElsewhere));
    }

    [Fact]
    public async Task A_row_of_another_province_cannot_be_inserted()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(
            TestProvinces.TienGiang, "insert into sample.degree (province_id, code, year, title) values (36, 'A', 2024, 'x')"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_connection_without_a_province_gets_an_error_not_an_empty_answer()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await using var command = database.DataSources.Neutral.CreateCommand("select count(*) from sample.person");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync());

        Assert.Equal("""42704: unrecognized configuration parameter "app.province" """.TrimEnd(), refused.Message);
    }

    [Fact]
    public async Task The_owner_is_held_by_the_same_policy()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await database.AddPersonAsync(TestProvinces.NamDinh, "Trần Thị Bình");
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand("set app.province = '82'; select count(*) from sample.person", owner);

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_context_stamps_its_province_and_refuses_an_entity_of_another()
    {
        await using var database = await TestDatabase.CreateAsync(new SampleModule());
        await using var elsewhere = database.Enter(TestProvinces.TienGiang, new SystemAccess("test"));
        await database.AddPersonAsync(TestProvinces.NamDinh, "Trần Thị Bình");
        Person foreign;
        await using (var home = database.Enter())
            foreign = await home.Get<SampleDbContext>().People.SingleAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            elsewhere.Write<SampleDbContext>().RunAsync<Person>(
                (db, _) =>
                {
                    db.Add(foreign);
                    return Task.FromResult<Results.Result<Person>>(foreign);
                },
                CancellationToken.None));

        Assert.Equal(TestProvinces.NamDinh.Id, foreign.ProvinceId);
        Assert.Equal("A Person of province 36 can't be written in a transaction of province 82.", refused.Message);
    }
}
