using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Writing;

public sealed class EditHistoryTests : IAsyncLifetime
{
    private const string EditsSql =
        """
        select string_agg(concat_ws(' ', module, entity, coalesce(entity_key::text, entity_id::text), action, changes::text,
            user_name, reason, document), E'\n' order by transaction_id, sequence)
        from kernel.edits
        """;

    private static readonly Guid Id = new("00000000-0000-0000-0000-0000000000aa");

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Creating_changing_and_deleting_are_recorded_field_by_field_with_who_and_why()
    {
        await ChangeAsync("Decision 12-QĐ/TU", db =>
        {
            var person = new Person
            {
                Id = Id,
                FullName = "Nguyễn Văn Ánh",
                OrganizationId = SampleData.Commune,
                BornOn = new DateOnly(1980, 5, 19),
                Home = new Address { Commune = "Mỹ Hưng", HouseNumber = 7 },
            };
            db.Add(person);
        });
        await ChangeAsync("moved", db =>
        {
            var person = db.People.Single();
            person.Status = PersonStatus.OnProbation;
            person.Home.HouseNumber = null;
        });
        await ChangeAsync("entered twice", db => db.Remove(db.People.Single()));

        Assert.Equal(
            """
            sample Person 00000000-0000-0000-0000-0000000000aa CREATED {"bornOn": {"after": "1980-05-19"}, "status": {"after": "OFFICIAL"}, "fullName": {"after": "Nguyễn Văn Ánh"}, "home.commune": {"after": "Mỹ Hưng"}, "organizationId": {"after": "00000000-0000-0000-0000-000000000002"}, "home.houseNumber": {"after": 7}} board.officer Decision 12-QĐ/TU 01-TTr/CB
            sample Person 00000000-0000-0000-0000-0000000000aa CHANGED {"status": {"after": "ON_PROBATION", "before": "OFFICIAL"}, "home.houseNumber": {"before": 7}} board.officer moved 01-TTr/CB
            sample Person 00000000-0000-0000-0000-0000000000aa DELETED {"bornOn": {"before": "1980-05-19"}, "status": {"before": "ON_PROBATION"}, "fullName": {"before": "Nguyễn Văn Ánh"}, "home.commune": {"before": "Mỹ Hưng"}, "organizationId": {"before": "00000000-0000-0000-0000-000000000002"}} board.officer entered twice 01-TTr/CB
            """,
            await database.ScalarAsync<string>(TestProvinces.NamDinh, EditsSql));
    }

    [Fact]
    public async Task An_edit_names_the_person_it_is_about_also_where_it_changed_what_belongs_to_them()
    {
        await ChangeAsync("registered", db =>
        {
            var person = SampleData.Person("An");
            db.Add(person);
            db.Add(new Note { Id = Guid.NewGuid(), PersonId = person.Id, Text = "chuyển đến" });
            db.Add(new Degree { Code = "ThS", Year = 2024, Title = "Thạc sĩ" });
        });

        Assert.Equal(
            "Degree about nobody, Note about An, Person about An",
            await database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select string_agg(entity || ' about ' || coalesce(full_name, 'nobody'), ', ' order by entity)
                from kernel.edits left join sample.person as person on person.id = subject_id
                """));
    }

    [Fact]
    public async Task A_key_of_several_parts_is_kept_whole()
    {
        await ChangeAsync("list", db => db.Add(new Degree { Code = "ThS", Year = 2024, Title = "Thạc sĩ" }));

        Assert.Equal(
            """sample Degree ["ThS", 2024] CREATED {"title": {"after": "Thạc sĩ"}} board.officer list 01-TTr/CB""",
            await database.ScalarAsync<string>(TestProvinces.NamDinh, EditsSql));
    }

    [Fact]
    public async Task A_save_that_changes_nothing_leaves_no_trace()
    {
        await ChangeAsync("first", db => db.Add(SampleData.Person("An")));
        await ChangeAsync("nothing", db => db.People.Single().FullName = "An");

        Assert.Equal(1, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.edits"));
    }

    [Theory]
    [InlineData("update kernel.edits set reason = 'x'")]
    [InlineData("delete from kernel.edits")]
    [InlineData("truncate kernel.edits")]
    public async Task Nobody_changes_the_history_through_the_application(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(TestProvinces.NamDinh, sql));

        Assert.Equal("42501: permission denied for table edits", refused.Message);
    }

    private async Task ChangeAsync(string reason, Action<SampleDbContext> change)
    {
        var officer = new TestAccess { UserName = "board.officer" }.Everywhere(SamplePermissions.Read);
        await using var scope = database.Enter(TestProvinces.NamDinh, officer);
        await scope.Write<SampleDbContext>().Because(reason, "01-TTr/CB").RunAsync<bool>(
            (db, _) =>
            {
                change(db);
                return Task.FromResult<Results.Result<bool>>(true);
            },
            CancellationToken.None);
    }
}
