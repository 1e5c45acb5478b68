using Modular.Kernel.Access;
using Modular.Kernel.GraphQL.Tests.Fixtures;
using Modular.Kernel.GraphQL.Tests.Fixtures.People;
using Modular.Kernel.Postgres.AccessLog;
using Modular.TestKit.Databases;
using static Modular.Kernel.GraphQL.Tests.Fixtures.PeopleWorld;

namespace Modular.Kernel.GraphQL.Tests.AccessLog;

public sealed class SensitiveReadTests : IAsyncLifetime
{
    private readonly PeopleWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_value_that_is_shown_is_logged_with_whose_it_is()
    {
        var access = Reader();

        var (json, reads) = await world.AskAsync($$"""query Card { person(id: "{{GlobalId("Person", PersonId(2))}}") { fullName citizenId } }""", access);

        Assert.Contains("\"citizenId\":\"036000000002\"", json, StringComparison.Ordinal);
        Assert.Equal((1, 1), (reads.Batches, reads.Statements.Count));
        Assert.Equal(
            $"{access.UserId} test.user Person citizenId 1 people.read-sensitive Card {PersonId(2)}",
            await world.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select concat_ws(' ', user_id, user_name, subject_type, array_to_string(fields, ','), subject_count, purpose, operation, array_to_string(subjects, ','))
                from kernel.sensitive_reads
                """));
    }

    [Fact]
    public async Task A_list_is_one_row_with_those_whose_value_it_shows()
    {
        var logged = new List<SensitiveRead>();

        await world.AskAsync("{ people(first: 50) { nodes { fullName citizenId } } }", sensitive: logged);

        var read = Assert.Single(logged);
        var having = await world.Database.ScalarAsync<Guid[]>(
            TestProvinces.NamDinh, "select array_agg(id order by id) from people.person where citizen_id is not null");
        Assert.Equal(having, read.Subjects.Order());
        Assert.Equal(1, await world.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.sensitive_reads"));
    }

    [Fact]
    public async Task What_is_not_shown_is_not_logged()
    {
        var logged = new List<SensitiveRead>();

        await world.AskAsync("{ people(first: 50) { nodes { fullName } } }", sensitive: logged);
        await world.AskAsync("{ people(first: 50) { nodes { citizenId } } }", new TestAccess().Everywhere(PeoplePermissions.Read), sensitive: logged);
        await world.AskAsync($$"""{ person(id: "{{GlobalId("Person", Guid.NewGuid())}}") { citizenId } }""", sensitive: logged);

        Assert.Empty(logged);
    }

    [Fact]
    public async Task What_cannot_be_logged_is_not_shown()
    {
        await using (var owner = await world.Database.OpenAsOwnerAsync())
        {
            await using var command = new Npgsql.NpgsqlCommand(
                $"revoke insert on kernel.sensitive_reads from {world.Database.Connections.ApplicationRole}", owner);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (json, _) = await world.AskAsync("{ people(first: 50) { nodes { fullName citizenId } } }");

        Assert.DoesNotContain("0360", json, StringComparison.Ordinal);
        Assert.Contains("Bùi Văn Khánh", json, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"people\",\"nodes\",0,\"citizenId\"]", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_beside_takes_nothing_of_the_log_along()
    {
        var logged = new List<SensitiveRead>();

        await world.AskAsync("{ people(first: 50) { nodes { citizenId broken: sponsored(after: \"x\") { totalCount } } } }", sensitive: logged);

        Assert.Equal(
            logged.Count, (int)await world.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.sensitive_reads"));
        Assert.Single(logged);
    }

    [Fact]
    public async Task Nobody_changes_the_log_through_the_application()
    {
        await world.AskAsync("{ people(first: 50) { nodes { citizenId } } }");

        foreach (var statement in new[] { "update kernel.sensitive_reads set purpose = ''", "delete from kernel.sensitive_reads" })
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => world.Database.ExecuteAsync(TestProvinces.NamDinh, statement));
            Assert.Equal("42501", refused.SqlState);
        }
    }

    private static TestAccess Reader() =>
        new TestAccess().With(PeoplePermissions.Read, PermissionScope.Everywhere).Everywhere(PeoplePermissions.ReadSensitive);
}
