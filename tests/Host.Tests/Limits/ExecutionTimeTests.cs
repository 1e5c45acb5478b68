using System.Net;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Limits;

public sealed class ExecutionTimeTests
{
    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped_and_its_statement_too()
    {
        await using var host = await TestHost.StartAsync(new Dictionary<string, string?> { ["Limits:ExecutionTime"] = "00:00:00.5" }, new RegistersModule());
        using var client = await host.SignInAsync(await host.AddUserAsync("impatient", TestProvinces.NamDinh));

        var answer = await client.ExecuteAsync("{ sleeps }");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        answer.Is("""
            {
              "errors": [
                { "message": "The operation took longer than 0.5 seconds and was stopped.", "extensions": { "code": "TIMEOUT" } }
              ]
            }
            """);
        await UntilNobodySleepsAsync(host.Database);
        (await client.ExecuteAsync("{ __typename }")).HasData("""{ "__typename": "Query" }""");
    }

    // Returns only when the server runs the statement no more.
    private static async Task UntilNobodySleepsAsync(TestDatabase database)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = owner.CreateCommand();
        command.CommandText =
            """
            do $$
            begin
                while exists (select from pg_stat_activity where datname = current_database() and query like 'select pg_sleep(3600)%' and state = 'active')
                loop
                    perform pg_sleep(0.01);
                    perform pg_stat_clear_snapshot();
                end loop;
            end
            $$
            """;
        await command.ExecuteNonQueryAsync();
    }
}
