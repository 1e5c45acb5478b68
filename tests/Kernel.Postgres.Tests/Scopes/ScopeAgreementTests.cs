using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Scopes;

/// <summary>
/// A grant works in three places: as a predicate of composed statements, as the filter of the database context, and as a mask over objects. For
/// random trees with moves and ends, random grants with periods, ends and delegations, and any day they agree with a model that knows no SQL and no paths.
/// </summary>
public sealed class ScopeAgreementTests : IAsyncLifetime
{
    private const int Samples = 40;
    private readonly DayClock clock = new();
    private TestDatabase? database;

    private TestDatabase Database => database!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(
        new TestDatabaseOptions { Clock = clock, Schemas = [IdentityServices.Schema] }, new SampleModule());

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public void Predicate_filter_mask_and_model_show_the_same_people()
    {
        var (seen, wholeTrees) = (0, 0);
        var holds = Prop.ForAll(Arb.From(ScopeSample.Generator), sample =>
        {
            // The runner of properties knows no asynchronous ones.
            var answer = Task.Run(() => AnswerAsync(sample)).GetAwaiter().GetResult();
            seen += answer.Model.Count;
            wholeTrees += answer.CoversTree ? 1 : 0;
            answer.AssertAgrees();
        });

        holds.Check(Config.QuickThrowOnFailure.WithMaxTest(Samples));
        Assert.True(seen > Samples, "The samples let nearly nobody be seen, and prove nothing.");
        Assert.True(wholeTrees > 1, "The samples let nearly nobody reach a whole tree, and prove nothing of it.");
    }

    [Fact]
    public async Task Who_reaches_the_only_root_of_today_is_not_shown_what_ended_below_a_former_one()
    {
        var sample = new ScopeSample(
            Parents: [-1, 1],
            Changes: [new TreeChange(2, null, 3), new TreeChange(1, 0, 5)],
            Grants: [new SampleGrant(Reach.OrganizationAndBelow, 0, 0, 24, IsEnded: false, StandsIn: false)],
            TodayMonth: 10);

        var answer = await AnswerAsync(sample);

        Assert.Equal(4, answer.Model.Count);
        Assert.False(answer.CoversTree);
        answer.AssertAgrees();
    }

    private async Task<Answer> AnswerAsync(ScopeSample sample)
    {
        var world = await ScopeWorld.MakeAsync(Database, sample);
        clock.Day = sample.Today;
        var directory = new AccessDirectory(Database.DataSources, new EntranceChanges(), clock);
        var user = await directory.FindAsync(TestProvinces.NamDinh.Id, world.UserId, CancellationToken.None);
        var access = user!.Fully.In(Language.English);
        return new Answer(
            world.Model(sample.Today),
            await ComposedAsync(access, world),
            await ComposedAsync(new AccessByPlaces(access, isBroad: false), world),
            await ComposedAsync(new AccessByPlaces(access, isBroad: true), world),
            access.ScopeOf(SamplePermissions.Read) is { CoversTree: true },
            world.Placeless,
            await FilteredAsync(access, world),
            await MaskedAsync(access, world));
    }

    /// <summary>What a page shows, the same rows by their keys, and how many are counted: each asks for the reach in its own way.</summary>
    private async Task<IReadOnlyList<Guid>> ComposedAsync(ICurrentAccess access, ScopeWorld world)
    {
        var model = new ReadModel([Database.Modules[0].Registration.Features.Get<ModuleDatabase>()!.Model]);
        var query = new RowsQuery(model, model.TableOf(typeof(Person)), []);
        var keys = world.People.Select(person => person.Id).ToArray();
        var values = new ReadValues(TestProvinces.NamDinh.Id.Value, clock.Today(), access) { Limit = 10_000, Keys = keys };
        await using var session = new ReadSession(Database.DataSources.Of(TestProvinces.NamDinh.Id));
        var page = new RowsPage();
        var read = session.ReadAsync(query.Page(page, values), values, query.LayoutOf(page));
        var byKeys = session.ReadAsync(query.ByKeys(values), values, query.Layout);
        var counted = session.ReadAsync(query.Count(page, values), values, [ValueKind.Long]);
        await session.FlushAsync(CancellationToken.None);
        var rows = await read;
        Assert.Equal(rows.Count, (await counted).Numbers(0)[0]);
        var shown = world.InOrder(KeysOf(rows));
        Assert.Equal(shown, world.InOrder(KeysOf(await byKeys)));
        return shown;
    }

    private static IEnumerable<Guid> KeysOf(ReadResult rows) => Enumerable.Range(0, rows.Count).Select(row => rows.Keys(0)[row]);

    private async Task<IReadOnlyList<Guid>> FilteredAsync(ICurrentAccess access, ScopeWorld world)
    {
        await using var scope = Database.Enter(TestProvinces.NamDinh, access);
        return world.InOrder(await scope.Get<SampleDbContext>().People.Select(person => person.Id).ToListAsync());
    }

    private async Task<IReadOnlyList<Guid>> MaskedAsync(ICurrentAccess access, ScopeWorld world)
    {
        var paths = await Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh,
            """
            select array_agg(coalesce(place.path, '') order by asked.position)
            from unnest($1) with ordinality as asked(organization_id, position)
            left join kernel.organization_tree as place on place.organization_id = asked.organization_id and place.standing @> $2
            """,
            world.People.Select(person => person.OrganizationId).ToArray(),
            clock.Today());
        var reach = access.ScopeOf(SamplePermissions.Read);
        return world.InOrder(world.People.Where((person, index) =>
            reach.Covers(person.OrganizationId, paths[index]) || (reach.Self is { } self && self == person.Id)).Select(person => person.Id));
    }

    private sealed record Answer(IReadOnlyList<Guid> Model, IReadOnlyList<Guid> AsRead, IReadOnlyList<Guid> Narrow, IReadOnlyList<Guid> Broad, bool CoversTree, IReadOnlyList<Guid> Placeless, IReadOnlyList<Guid> Filter, IReadOnlyList<Guid> Mask)
    {
        public void AssertAgrees()
        {
            Assert.Equal(Model, Narrow);
            Assert.Equal(Model, Broad);
            // Whoever reaches the whole tree is shown those whose organization never had a place, too, and nobody else is.
            Assert.Equal(CoversTree ? Model.Union(Placeless) : Model, AsRead);
            Assert.Equal(Model, Filter);
            Assert.Equal(Model, Mask);
        }
    }

    /// <summary>The same rights, for which the place of each row is asked, in the way of few organizations or of many.</summary>
    private sealed class AccessByPlaces(ICurrentAccess inner, bool isBroad) : ICurrentAccess
    {
        public Guid? UserId => inner.UserId;

        public string UserName => inner.UserName;

        public Guid? MemberId => inner.MemberId;

        public Language Language => inner.Language;

        public PermissionScope ScopeOf(string permission) => inner.ScopeOf(permission) with { IsBroad = isBroad, CoversTree = false };
    }

    private sealed class DayClock : TimeProvider
    {
        public DateOnly Day { get; set; } = new(2020, 1, 1);

        public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(5, 0), TimeSpan.Zero);
    }
}
