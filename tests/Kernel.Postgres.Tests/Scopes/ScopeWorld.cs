using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Scopes;

/// <summary>A sample in the database, and the same in plain lists, from which the model tells who is seen.</summary>
internal sealed class ScopeWorld
{
    private readonly ScopeSample sample;
    private readonly Guid[] organizations;
    private readonly List<Place>[] places;

    private ScopeWorld(ScopeSample sample)
    {
        this.sample = sample;
        organizations = [.. Enumerable.Range(0, sample.Parents.Count + 1).Select(_ => Guid.CreateVersion7())];
        places = [.. Enumerable.Range(0, organizations.Length).Select(index => new List<Place>
        {
            new(index == 0 || sample.Parents[index - 1] < 0 ? null : sample.Parents[index - 1], ScopeSample.DayOf(0), null),
        })];
        People = [.. organizations.Append(Guid.CreateVersion7()).SelectMany(organization => new[] { new PersonAt(Guid.CreateVersion7(), organization), new PersonAt(Guid.CreateVersion7(), organization) })];
    }

    /// <summary>Two people of each organization, and two of one that never had a place.</summary>
    public IReadOnlyList<PersonAt> People { get; }

    /// <summary>Those of the organization that never had a place.</summary>
    public IReadOnlyList<Guid> Placeless => [.. People.Where(person => !organizations.Contains(person.OrganizationId)).Select(person => person.Id)];

    /// <summary>The user whose grants the sample's are; the account belongs to the first person.</summary>
    public Guid UserId { get; } = Guid.CreateVersion7();

    public static async Task<ScopeWorld> MakeAsync(TestDatabase database, ScopeSample sample)
    {
        var world = new ScopeWorld(sample);
        // The tree is the province's, so that who reaches all below its root reaches the whole of it.
        await database.ExecuteAsync(TestProvinces.NamDinh, "delete from kernel.organization_tree where province_id = $1", TestProvinces.NamDinh.Id.Value);
        await world.PlantAsync(database);
        await world.AddPeopleAsync(database);
        await world.AddGrantsAsync(database);
        return world;
    }

    /// <summary>The people of this world among some, in its order.</summary>
    public IReadOnlyList<Guid> InOrder(IEnumerable<Guid> people)
    {
        var some = people.ToHashSet();
        return [.. People.Select(person => person.Id).Where(some.Contains)];
    }

    /// <summary>Who is seen on a day: by what the words of a grant say, organization by organization.</summary>
    public IReadOnlyList<Guid> Model(DateOnly today)
    {
        var grants = sample.Grants.Where((grant, index) => Holds(index, today)).ToList();
        return [.. People.Where(person => grants.Exists(grant => Shows(grant, person, today))).Select(person => person.Id)];
    }

    private bool Holds(int index, DateOnly today)
    {
        var grant = sample.Grants[index];
        var holds = !grant.IsEnded && ScopeSample.DayOf(grant.Month) <= today && today < ScopeSample.DayOf(grant.Month + grant.Length);
        return holds && (!StandsIn(index) || Holds(index - 1, today));
    }

    // The database lets a grant stand in for another one; of a chain only the nearest is asked.
    private bool StandsIn(int index) => index > 0 && sample.Grants[index].StandsIn && !sample.Grants[index - 1].StandsIn;

    private bool Shows(SampleGrant grant, PersonAt person, DateOnly today) => grant.Reach switch
    {
        Reach.Province => true,
        Reach.Self => person == People[0],
        Reach.OrganizationAndBelow when PlaceOn(grant.Organization, today) is not null => IsBelow(Array.IndexOf(organizations, person.OrganizationId), grant.Organization, today),
        _ => person.OrganizationId == organizations[grant.Organization],
    };

    private bool IsBelow(int organization, int top, DateOnly today)
    {
        if (organization < 0)
            return false;
        // An organization that is no more stays where it last was, one that is not yet where it will begin.
        var own = places[organization];
        var day = today < own[0].From ? own[0].From : own[^1].To is { } end && today >= end ? end.AddDays(-1) : today;
        var above = Chain(organization, day);
        var chainOfTop = Chain(top, today);
        return above.Take(chainOfTop.Count).SequenceEqual(chainOfTop);
    }

    /// <summary>The organizations from the root down to one, as the tree stood on a day.</summary>
    private List<int> Chain(int organization, DateOnly day)
    {
        var chain = new List<int>();
        for (int? current = organization; current is { } index; current = PlaceOn(index, day)?.Parent)
            chain.Insert(0, index);
        return chain;
    }

    private Place? PlaceOn(int organization, DateOnly day) =>
        places[organization].Find(place => place.From <= day && (place.To is null || day < place.To));

    private async Task PlantAsync(TestDatabase database)
    {
        await ChangeAsync(database, writer => writer.PlaceAsync(
            [.. places.Select((own, index) => new OrganizationPlacement(organizations[index], own[0].Parent is { } parent ? organizations[parent] : null, "ANY", own[0].From))],
            CancellationToken.None));
        foreach (var change in sample.Changes)
        {
            var (own, from) = (places[change.Organization], ScopeSample.DayOf(change.Month));
            // Only what the writer allows is a change; what it refuses has tests of its own.
            if (own[^1].To is not null || from <= own[^1].From)
                continue;
            if (change.Parent is { } parent)
                await MoveAsync(database, change.Organization, parent, from);
            else if (Enumerable.Range(0, places.Length).All(other => places[other][^1] is { To: not null } || places[other][^1].Parent != change.Organization))
                await EndAsync(database, change.Organization, from);
        }
    }

    private async Task MoveAsync(TestDatabase database, int organization, int parent, DateOnly from)
    {
        var current = places[organization][^1];
        if (current.Parent == parent || places[parent][^1].To is not null || Chain(parent, from).Contains(organization))
            return;
        if (!await IsChangedAsync(database, writer => writer.MoveAsync(organizations[organization], organizations[parent], from, CancellationToken.None)))
            return;
        places[organization][^1] = current with { To = from };
        places[organization].Add(new Place(parent, from, null));
    }

    private async Task EndAsync(TestDatabase database, int organization, DateOnly from)
    {
        if (await IsChangedAsync(database, writer => writer.EndAsync(organizations[organization], from, CancellationToken.None)))
            places[organization][^1] = places[organization][^1] with { To = from };
    }

    /// <summary>Whether the writer made the change; it refuses, for instance, what ends on the day on which it was moved.</summary>
    private static async Task<bool> IsChangedAsync(TestDatabase database, Func<IOrganizationTreeWriter, Task> change)
    {
        try
        {
            await ChangeAsync(database, change);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static async Task ChangeAsync(TestDatabase database, Func<IOrganizationTreeWriter, Task> change)
    {
        await using var scope = database.Enter();
        await scope.Write<SampleDbContext>().RunAsync<bool>(
            async (_, _) =>
            {
                await change(scope.Get<IOrganizationTreeWriter>());
                return true;
            },
            CancellationToken.None);
    }

    private Task<int> AddPeopleAsync(TestDatabase database) => database.ExecuteAsync(
        TestProvinces.NamDinh,
        """
        insert into sample.person (province_id, id, organization_id, full_name, status, born_on, home_commune, version)
        select $1, id, organization_id, 'Nguyễn Văn An', 'OFFICIAL', '1980-01-01', '', 1 from unnest($2, $3) as person(id, organization_id)
        """,
        TestProvinces.NamDinh.Id.Value,
        People.Select(person => person.Id).ToArray(),
        People.Select(person => person.OrganizationId).ToArray());

    private async Task AddGrantsAsync(TestDatabase database)
    {
        await database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            with account as (
                insert into identity.users (id, user_name, normalized_user_name, security_stamp, concurrency_stamp)
                values ($2, $2::text, upper($2::text), 'stamp', 'stamp')
            ), door as (
                insert into identity.province_users (province_id, id, user_name, member_id, admitted_by) values ($1, $2, $2::text, $3, 'test')
            ), role as (
                insert into identity.roles (province_id, id, title, vietnamese_title) values ($1, 'reader', 'Reader', 'Reader') on conflict do nothing
            )
            insert into identity.role_permissions (province_id, role_id, permission) values ($1, 'reader', $4) on conflict do nothing
            """,
            TestProvinces.NamDinh.Id.Value,
            UserId,
            People[0].Id,
            SamplePermissions.Read);
        Guid[] ids = [.. sample.Grants.Select(_ => Guid.CreateVersion7())];
        for (var index = 0; index < ids.Length; index++)
        {
            var grant = sample.Grants[index];
            var needsOrganization = grant.Reach is Reach.Organization or Reach.OrganizationAndBelow;
            await database.ExecuteAsync(
                TestProvinces.NamDinh,
                """
                insert into identity.grants (province_id, id, user_id, role_id, reach, organization_id, valid, granted_by, reason, ended_at, end_reason, delegated_from)
                values ($1, $2, $3, 'reader', $4, nullif($5, '00000000-0000-0000-0000-000000000000'::uuid), daterange($6, $7), 'test', 'test',
                    case when $8 then now() end, case when $8 then 'test' end, nullif($9, '00000000-0000-0000-0000-000000000000'::uuid))
                """,
                TestProvinces.NamDinh.Id.Value,
                ids[index],
                UserId,
                Modular.Kernel.Postgres.Entities.EnumText.Of(grant.Reach),
                needsOrganization ? organizations[grant.Organization] : Guid.Empty,
                ScopeSample.DayOf(grant.Month),
                ScopeSample.DayOf(grant.Month + grant.Length),
                grant.IsEnded,
                StandsIn(index) ? ids[index - 1] : Guid.Empty);
        }
    }

    private sealed record Place(int? Parent, DateOnly From, DateOnly? To);
}

/// <summary>Somebody on the list of an organization.</summary>
internal sealed record PersonAt(Guid Id, Guid OrganizationId);
