using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Writing;

/// <summary>A change is tried out: its outcome is told, and nothing of it stays.</summary>
public sealed class TryingOutTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_outcome_is_told_and_neither_row_nor_history_stays()
    {
        await using var scope = database.Enter();

        var tried = await scope.Write<SampleDbContext>().TryOutAsync<int>(
            async (db, ct) =>
            {
                db.Add(SampleData.Person("An"));
                await db.SaveChangesAsync(ct);
                return await db.People.CountAsync(ct);
            },
            CancellationToken.None);

        Assert.Equal((1, 0L, 0L), (tried.Value, await CountAsync("sample.person"), await CountAsync("kernel.edits")));
    }

    [Fact]
    public async Task A_constraint_that_a_commit_would_check_is_checked()
    {
        await using var scope = database.Enter();

        var tried = await scope.Write<SampleDbContext>()
            .When("note_is_about_a_person", () => new NotFound("Person"))
            .TryOutAsync<Note>(
                (db, _) => Task.FromResult<Result<Note>>(db.Add(new Note { PersonId = Guid.NewGuid(), Text = "?" }).Entity),
                CancellationToken.None);

        Assert.Equal([new NotFound("Person")], tried.Problems);
    }

    [Fact]
    public async Task Nothing_is_tried_out_inside_of_a_change_that_is_to_stay()
    {
        await using var scope = database.Enter();
        var write = scope.Write<SampleDbContext>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => write.RunAsync(
            (_, _) => write.TryOutAsync<bool>((_, _) => Task.FromResult<Result<bool>>(true), CancellationToken.None), CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_joins_the_change_of_their_own_module_works_on_its_context_and_outside_of_a_change_there_is_none()
    {
        await using var scope = database.Enter();
        var joined = scope.Get<IJoinedWrite<SampleDbContext>>();
        Assert.False(joined.IsRunning);
        Assert.Throws<InvalidOperationException>(() => joined.Context);

        var same = await scope.Write<SampleDbContext>().RunAsync<bool>(
            (db, _) => Task.FromResult<Result<bool>>(joined.IsRunning && ReferenceEquals(db, joined.Context)), CancellationToken.None);

        Assert.True(same.Value);
    }

    private async Task<long> CountAsync(string table) =>
        await database.ScalarAsync<long>(TestProvinces.NamDinh, $"select count(*) from {table}");
}
