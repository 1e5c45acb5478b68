using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Writing;

public sealed class WriteTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_success_is_committed_without_saving_by_hand()
    {
        await database.AddPersonAsync(TestProvinces.NamDinh, "An");

        Assert.Equal(["An v1"], await PeopleAsync());
    }

    [Fact]
    public async Task A_problem_rolls_everything_back()
    {
        await using var scope = database.Enter();

        var result = await scope.Write<SampleDbContext>().RunAsync<Person>(
            async (db, ct) =>
            {
                db.Add(SampleData.Person("An"));
                await db.SaveChangesAsync(ct);
                return new CardNumberIsTaken();
            },
            CancellationToken.None);

        Assert.Equal([new CardNumberIsTaken()], result.Problems);
        Assert.Equal([], await PeopleAsync());
        Assert.Equal(0, await CountAsync("kernel.edits"));
    }

    [Fact]
    public async Task An_exception_rolls_everything_back_and_comes_through()
    {
        await using var scope = database.Enter();

        await Assert.ThrowsAsync<TimeoutException>(() => scope.Write<SampleDbContext>().RunAsync<Person>(
            async (db, ct) =>
            {
                db.Add(SampleData.Person("An"));
                await db.SaveChangesAsync(ct);
                throw new TimeoutException();
            },
            CancellationToken.None));

        Assert.Equal([], await PeopleAsync());
    }

    [Fact]
    public async Task An_update_raises_the_version()
    {
        var person = await database.AddPersonAsync(TestProvinces.NamDinh, "An");

        var renamed = await RenameAsync(person.Id, "Anh", expectedVersion: 1);

        Assert.True(renamed.Succeeded);
        Assert.Equal(["Anh v2"], await PeopleAsync());
    }

    [Fact]
    public async Task An_update_of_a_version_that_is_no_longer_current_is_refused_and_names_the_current_one()
    {
        var person = await database.AddPersonAsync(TestProvinces.NamDinh, "An");
        await RenameAsync(person.Id, "Anh", expectedVersion: 1);

        var late = await RenameAsync(person.Id, "Ánh", expectedVersion: 1);

        Assert.Equal([new StaleVersion(1, 2)], late.Problems);
        Assert.Equal(["Anh v2"], await PeopleAsync());
    }

    [Fact]
    public async Task A_broken_constraint_becomes_the_problem_that_the_caller_names()
    {
        await AddWithCardAsync("An", "36.000001");

        var second = await AddWithCardAsync("Bình", "36.000001");

        Assert.Equal([new CardNumberIsTaken()], second.Problems);
        Assert.Equal(["An v1"], await PeopleAsync());
    }

    [Fact]
    public async Task A_constraint_that_is_checked_at_the_commit_becomes_a_problem_too()
    {
        await using var scope = database.Enter();

        var result = await scope.Write<SampleDbContext>()
            .When("note_is_about_a_person", () => new NotFound("Person"))
            .RunAsync<Note>(
                (db, _) => Task.FromResult<Result<Note>>(db.Add(new Note { PersonId = Guid.NewGuid(), Text = "?" }).Entity),
                CancellationToken.None);

        Assert.Equal([new NotFound("Person")], result.Problems);
    }

    [Fact]
    public async Task A_broken_constraint_that_nobody_named_is_an_error()
    {
        await using var scope = database.Enter();

        var failure = await Assert.ThrowsAsync<PostgresException>(() => scope.Write<SampleDbContext>().RunAsync<Person>(
            (db, _) => Task.FromResult<Result<Person>>(db.Add(SampleData.Person("")).Entity), CancellationToken.None));

        Assert.Equal("name_is_given", failure.ConstraintName);
    }

    [Fact]
    public async Task Two_changes_that_would_break_a_rule_together_do_not_both_see_the_old_state()
    {
        await Task.WhenAll(AddUpToOneAsync("An"), AddUpToOneAsync("Bình"), AddUpToOneAsync("Chi"));

        Assert.Single(await PeopleAsync());
    }

    [Fact]
    public async Task Of_two_changes_that_write_what_neither_found_the_second_runs_again_and_finds_it()
    {
        var bothLooked = new TaskCompletionSource();
        var looked = 0;

        var found = await Task.WhenAll(FindOrAddAsync(), FindOrAddAsync());

        Assert.Equal([false, true], found.Order());
        Assert.Equal(["An v1"], await PeopleAsync());

        async Task<bool> FindOrAddAsync()
        {
            await using var scope = database.Enter();
            var result = await scope.Write<SampleDbContext>().GuardedByVersions().RunAsync<bool>(
                async (db, ct) =>
                {
                    var isThere = await db.People.AnyAsync(ct);
                    if (Interlocked.Increment(ref looked) == 2)
                        bothLooked.SetResult();
                    await bothLooked.Task;
                    if (!isThere)
                        db.Add(PersonWithCard("An", "36.000001"));
                    return isThere;
                },
                CancellationToken.None);
            return result.Value;
        }
    }

    [Fact]
    public async Task Whoever_comes_second_only_when_the_change_runs_again_finds_it_too()
    {
        var attempts = 0;
        await using var scope = database.Enter();

        var found = await scope.Write<SampleDbContext>().GuardedByVersions().RunAsync<bool>(
            async (db, ct) =>
            {
                var isThere = await db.People.AnyAsync(ct);
                if (++attempts == 1)
                    await db.Database.ExecuteSqlAsync($"do $$ begin raise exception 'interfered' using errcode = 'serialization_failure'; end $$", ct);
                if (attempts == 2)
                    await AddWithCardAsync("An", "36.000001");
                if (!isThere)
                    db.Add(PersonWithCard("An", "36.000001"));
                return isThere;
            },
            CancellationToken.None);

        Assert.Equal((true, 3), (found.Value, attempts));
    }

    [Fact]
    public async Task A_change_that_versions_guard_runs_again_when_its_row_was_changed_meanwhile_and_the_next_is_serializable_again()
    {
        var person = await database.AddPersonAsync(TestProvinces.NamDinh, "An");
        await using var scope = database.Enter();
        var write = scope.Write<SampleDbContext>();
        var levels = new List<string>();

        var late = await write.GuardedByVersions().RunAsync<Person>(
            async (db, ct) =>
            {
                levels.Add(await LevelAsync(db, ct));
                var read = await db.People.SingleAsync(row => row.Id == person.Id, ct);
                if (read.Version != 1)
                    return new StaleVersion(1, read.Version);
                await RenameAsync(person.Id, "Anh", expectedVersion: 1);
                read.FullName = "Ánh";
                return read;
            },
            CancellationToken.None);
        await write.RunAsync<bool>(
            async (db, ct) =>
            {
                levels.Add(await LevelAsync(db, ct));
                return true;
            },
            CancellationToken.None);

        Assert.Equal([new StaleVersion(1, 2)], late.Problems);
        Assert.Equal(["repeatable read", "repeatable read", "serializable"], levels);
        Assert.Equal(["Anh v2"], await PeopleAsync());
    }

    [Fact]
    public async Task A_change_inside_a_change_joins_its_transaction()
    {
        await using var scope = database.Enter();
        var write = scope.Write<SampleDbContext>();

        var result = await write.RunAsync<Person>(
            async (db, ct) =>
            {
                db.Add(SampleData.Person("An"));
                await write.RunAsync<Person>(
                    (inner, _) => Task.FromResult<Result<Person>>(inner.Add(SampleData.Person("Bình")).Entity), ct);
                return new CardNumberIsTaken();
            },
            CancellationToken.None);

        Assert.False(result.Succeeded);
        Assert.Equal([], await PeopleAsync());
    }

    [Fact]
    public async Task The_context_of_a_scope_does_not_save()
    {
        await using var scope = database.Enter();
        var db = scope.Get<SampleDbContext>();
        db.Add(SampleData.Person("An"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Equal("Changes are saved inside IWrite.RunAsync only.", refused.Message);
    }

    [Fact]
    public async Task A_new_child_of_a_loaded_entity_is_added_with_its_province()
    {
        var person = await database.AddPersonAsync(TestProvinces.NamDinh, "An");
        await using var scope = database.Enter();

        await scope.Write<SampleDbContext>().RunAsync<Person>(
            async (db, ct) =>
            {
                var loaded = await db.People.SingleAsync(p => p.Id == person.Id, ct);
                loaded.Notes.Add(new Note { Text = "has a badge" });
                return loaded;
            },
            CancellationToken.None);

        Assert.Equal(1, await CountAsync("sample.note"));
    }

    private async Task<Result<Person>> RenameAsync(Guid id, string name, int expectedVersion)
    {
        await using var scope = database.Enter();
        return await scope.Write<SampleDbContext>().RunAsync<Person>(
            async (db, ct) =>
            {
                var person = await db.People.SingleAsync(p => p.Id == id, ct);
                db.Expect(person, expectedVersion);
                person.FullName = name;
                return person;
            },
            CancellationToken.None);
    }

    private static Task<string> LevelAsync(SampleDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"""select current_setting('transaction_isolation') as "Value" """).SingleAsync(cancellationToken);

    private async Task<Result<Person>> AddWithCardAsync(string name, string card)
    {
        await using var scope = database.Enter();
        return await scope.Write<SampleDbContext>()
            .When("card_number_is_taken_once", () => new CardNumberIsTaken())
            .RunAsync<Person>(
                (db, _) => Task.FromResult<Result<Person>>(db.Add(PersonWithCard(name, card)).Entity), CancellationToken.None);
    }

    private static Person PersonWithCard(string name, string card)
    {
        var person = SampleData.Person(name);
        person.CardNumber = card;
        return person;
    }

    private async Task AddUpToOneAsync(string name)
    {
        await using var scope = database.Enter();
        await scope.Write<SampleDbContext>().RunAsync<Person>(
            async (db, ct) =>
            {
                if (await db.People.AnyAsync(ct))
                    return new CardNumberIsTaken();
                return db.Add(SampleData.Person(name)).Entity;
            },
            CancellationToken.None);
    }

    private async Task<List<string>> PeopleAsync()
    {
        await using var scope = database.Enter();
        return await scope.Get<SampleDbContext>().People
            .OrderBy(person => person.FullName).Select(person => person.FullName + " v" + person.Version).ToListAsync();
    }

    private async Task<long> CountAsync(string table) =>
        await database.ScalarAsync<long>(TestProvinces.NamDinh, $"select count(*) from {table}");
}
