using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Tests.Writing;

public sealed class RowStatementsTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_change_is_one_round_trip_to_read_and_one_to_write_it_with_its_history_and_commit()
    {
        var person = await database.AddPersonAsync(TestProvinces.NamDinh, "An");
        using var sent = Listen();

        await ChangeAsync(async (db, ct) => (await db.People.SingleAsync(row => row.Id == person.Id, ct)).FullName = "Anh");

        var trips = sent.Take();
        Assert.Equal(2, trips.Count);
        Assert.StartsWith("select ", trips[0].TrimStart(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["with touched as (update", "insert into kernel.edits", "commit"], Beginnings(trips[1]));
    }

    [Fact]
    public async Task Rows_that_change_alike_share_a_statement_however_many_they_are()
    {
        var people = new List<Guid>();
        foreach (var name in (string[])["An", "Bình", "Chi", "Dung"])
            people.Add((await database.AddPersonAsync(TestProvinces.NamDinh, name)).Id);
        using var sent = Listen();

        await ChangeAsync(async (db, ct) =>
        {
            var loaded = await db.People.OrderBy(row => row.FullName).ToListAsync(ct);
            foreach (var person in loaded.Take(3))
                person.CardNumber = $"36.{person.FullName}";
            loaded[3].FullName = "Dũng";
            db.AddRange(loaded.Select(person => new Note { PersonId = person.Id, Text = "seen" }));
        });

        Assert.Equal(
            ["commit", "insert into \"sample\".\"note\"", "insert into kernel.edits", "with touched as (update", "with touched as (update"],
            Beginnings(sent.Take()[^1]).Order(StringComparer.Ordinal));
        Assert.Equal(["An 36.An v2 1", "Bình 36.Bình v2 1", "Chi 36.Chi v2 1", "Dũng  v2 1"], await PeopleAsync());
    }

    [Fact]
    public async Task Values_of_every_kind_and_missing_ones_are_kept_row_by_row()
    {
        var full = SampleData.Person("An");
        full.CardNumber = "36.000001";
        full.Status = PersonStatus.OnProbation;
        full.SeenAt = new DateTimeOffset(2024, 6, 15, 12, 0, 0, TimeSpan.FromHours(7));
        full.Absent = new NpgsqlRange<DateOnly>(new DateOnly(2024, 1, 1), true, false, new DateOnly(2024, 2, 1), false, false);
        full.Home = new Address { Commune = "Giao Hà", HouseNumber = 12 };
        var bare = SampleData.Person("Bình");

        await ChangeAsync((db, _) =>
        {
            db.AddRange(full, bare);
            return Task.CompletedTask;
        });
        var added = await FactsAsync();
        await ChangeAsync(async (db, ct) =>
        {
            foreach (var person in await db.People.ToListAsync(ct))
            {
                (person.SeenAt, person.Absent) = (person.SeenAt is null ? full.SeenAt : null, person.Absent is null ? full.Absent : null);
                person.Home = new Address { Commune = person.Home.Commune + "!", HouseNumber = person.Home.HouseNumber is null ? 7 : null };
            }
        });

        Assert.Equal(["An|36.000001|ON_PROBATION|2024-06-15 05:00|[2024-01-01,2024-02-01)|Giao Hà|12", "Bình||OFFICIAL|||Mỹ Hưng|"], added);
        Assert.Equal(["An|36.000001|ON_PROBATION|||Giao Hà!|", "Bình||OFFICIAL|2024-06-15 05:00|[2024-01-01,2024-02-01)|Mỹ Hưng!|7"], await FactsAsync());
    }

    [Fact]
    public async Task One_stale_row_among_several_keeps_all_from_being_saved()
    {
        await database.AddPersonAsync(TestProvinces.NamDinh, "An");
        var stale = await database.AddPersonAsync(TestProvinces.NamDinh, "Bình");
        await ChangeAsync(async (db, ct) => (await db.People.SingleAsync(row => row.Id == stale.Id, ct)).CardNumber = "36.000001");

        await using var scope = database.Enter();
        var late = await scope.Write<SampleDbContext>().RunAsync<bool>(
            async (db, ct) =>
            {
                foreach (var person in await db.People.ToListAsync(ct))
                {
                    db.Expect(person, 1);
                    person.CardNumber = $"37.{person.FullName}";
                }

                return true;
            },
            CancellationToken.None);

        Assert.Equal([new StaleVersion(1, 2)], late.Problems);
        Assert.Equal(["An  v1 0", "Bình 36.000001 v2 0"], await PeopleAsync());
    }

    [Fact]
    public async Task What_others_refer_to_is_added_before_them_and_deleted_after_them()
    {
        var person = SampleData.Person("An");
        await ChangeAsync((db, _) =>
        {
            db.Add(new Note { PersonId = person.Id, Text = "first" });
            db.Add(person);
            return Task.CompletedTask;
        });
        var added = await PeopleAsync();

        await ChangeAsync(async (db, ct) =>
        {
            db.RemoveRange(await db.People.ToListAsync(ct));
            db.RemoveRange(await db.Notes.ToListAsync(ct));
        });

        Assert.Equal(["An  v1 1"], added);
        Assert.Equal([], await PeopleAsync());
    }

    [Fact]
    public async Task What_is_saved_within_a_change_is_read_by_it_and_saved_once()
    {
        var seen = 0;
        await ChangeAsync(async (db, ct) =>
        {
            var person = db.Add(SampleData.Person("An")).Entity;
            await db.SaveChangesAsync(ct);
            seen = await db.People.CountAsync(ct);
            person.FullName = "Anh";
        });

        Assert.Equal(1, seen);
        Assert.Equal(["Anh  v2 0"], await PeopleAsync());
    }

    private SentCommands Listen() => new(new NpgsqlConnectionStringBuilder(database.Connections.Application).Database!, "sample");

    private static IEnumerable<string> Beginnings(string batch) => batch
        .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => line.StartsWith("insert", StringComparison.Ordinal) || line.StartsWith("with touched", StringComparison.Ordinal) || line == "commit")
        .Select(line => line.StartsWith("with touched as (update", StringComparison.Ordinal) ? "with touched as (update" : line.Split(" (")[0]);

    private async Task ChangeAsync(Func<SampleDbContext, CancellationToken, Task> change)
    {
        await using var scope = database.Enter();
        var result = await scope.Write<SampleDbContext>().RunAsync<bool>(
            async (db, ct) =>
            {
                await change(db, ct);
                return true;
            },
            CancellationToken.None);
        Assert.Equal([], result.Problems);
    }

    private async Task<List<string>> PeopleAsync() =>
    [
        .. await database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select coalesce(array_agg(
            format('%s %s v%s %s', full_name, card_number, version, (select count(*) from sample.note where person_id = person.id)) order by full_name), '{}')
        from sample.person as person
        """),
    ];

    private async Task<List<string>> FactsAsync() =>
    [
        .. await database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select array_agg(format('%s|%s|%s|%s|%s|%s|%s', full_name, card_number, status,
            to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), absent, home_commune, home_house_number) order by full_name)
        from sample.person
        """),
    ];
}
