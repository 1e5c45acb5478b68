using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Writing;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private readonly ICurrentAccess officer = new TestAccess().Everywhere(SamplePermissions.Read);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_repeated_request_gives_the_first_result_and_changes_nothing()
    {
        var first = await AddAsync(officer, "key-1", "An");
        var again = await AddAsync(officer, "key-1", "An");

        Assert.Equal((first.Value.Id, "An"), (again.Value.Id, again.Value.FullName));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_repeated_request_gives_the_first_result_also_when_the_change_would_be_refused_or_fail_by_now()
    {
        var first = await AddAsync(officer, "key-1", "An");
        var refused = await RunAsync<Person>(officer, "key-1", "An", _ => new CardNumberIsTaken());
        var failing = await RunAsync<Person>(officer, "key-1", "An", _ => throw new TimeoutException());

        Assert.Equal((first.Value.Id, first.Value.Id), (refused.Value.Id, failing.Value.Id));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_input_is_refused()
    {
        await AddAsync(officer, "key-1", "An");

        var other = await AddAsync(officer, "key-1", "Bình");

        Assert.Equal([new IdempotencyKeyWasUsedForAnotherInput()], other.Problems);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Another_user_may_use_the_same_key()
    {
        await AddAsync(officer, "key-1", "An");

        var other = await AddAsync(new TestAccess().Everywhere(SamplePermissions.Read), "key-1", "Bình");

        Assert.True(other.Succeeded);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_request_that_failed_may_be_repeated_with_its_key()
    {
        var problem = await RunAsync<Person>(officer, "key-1", "An", _ => new CardNumberIsTaken());
        var second = await AddAsync(officer, "key-1", "An");

        Assert.Equal((false, true), (problem.Succeeded, second.Succeeded));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Requests_with_the_same_key_at_the_same_time_do_it_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddAsync(officer, "key-1", "An")));

        Assert.Single(results.Select(result => result.Value.Id).Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_result_that_is_no_entity_is_remembered_as_it_was()
    {
        var first = await RunAsync<Summary>(officer, "key-1", "x", _ => new Summary(3, ["An"]));
        var again = await RunAsync<Summary>(officer, "key-1", "x", _ => new Summary(4, []));

        Assert.Equal((3, "An", 3, "An"), (first.Value.Count, first.Value.Names[0], again.Value.Count, again.Value.Names[0]));
    }

    [Fact]
    public async Task A_list_of_entities_is_read_again()
    {
        IReadOnlyList<Person> people = [SampleData.Person("An"), SampleData.Person("Bình")];
        await RunAsync<List<Person>>(officer, "key-1", "x", db =>
        {
            db.AddRange(people);
            return people.ToList();
        });

        var again = await RunAsync<List<Person>>(officer, "key-1", "x", _ => new List<Person>());

        Assert.Equal(["An", "Bình"], again.Value.Select(person => person.FullName));
    }

    private Task<Result<Person>> AddAsync(ICurrentAccess access, string key, string name) =>
        RunAsync<Person>(access, key, name, db => db.Add(SampleData.Person(name)).Entity);

    private async Task<Result<T>> RunAsync<T>(ICurrentAccess access, string key, string input, Func<SampleDbContext, Result<T>> change)
    {
        await using var scope = database.Enter(TestProvinces.NamDinh, access);
        scope.Get<RequestIdempotency>().Begin(key, "addPerson", input);
        return await scope.Write<SampleDbContext>().RunAsync<T>(
            (db, _) => Task.FromResult(change(db)), CancellationToken.None);
    }

    private Task<long> CountAsync() => database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from sample.person");

    private sealed record Summary(int Count, List<string> Names);
}
