using Modular.Host.Identity;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Administration.Operations;

public sealed class ParkedEventTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Parked = "{ parkedEvents { module eventName attempts errorType isAskedAgain } }";

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task A_parked_event_is_seen_without_what_the_failure_says_tried_again_and_given_up()
    {
        var id = await ParkAsync();
        using var client = await host.SignInAsync(await host.AddUserAsync("handles", TestProvinces.NamDinh, TestGrant.InProvince(HostPermissions.ReadOperations, HostPermissions.HandleEvents)));

        var queues = await client.ExecuteAsync("{ eventQueues { module waiting } }");
        var parked = await client.ExecuteAsync(Parked);
        var retried = await client.ExecuteAsync(Act("retryParkedEvent", id, "The cause is mended."));
        var asked = await client.ExecuteAsync(Parked);
        var unexplained = await client.ExecuteAsync(Act("dropParkedEvent", id, " "));
        var dropped = await client.ExecuteAsync(Act("dropParkedEvent", id, "It is about an organization that never was."));
        var again = await client.ExecuteAsync(Act("dropParkedEvent", id, "Once more."));
        var none = await client.ExecuteAsync(Parked);

        queues.HasData("""{ "eventQueues": [{ "module": "minutes", "waiting": 1 }] }""");
        parked.HasData("""{ "parkedEvents": [{ "module": "minutes", "eventName": "registers.entry-made", "attempts": 5, "errorType": "FormatException", "isAskedAgain": false }] }""");
        retried.HasData($$"""{ "retryParkedEvent": { "eventId": "{{id}}", "errors": [] } }""");
        asked.HasData("""{ "parkedEvents": [{ "module": "minutes", "eventName": "registers.entry-made", "attempts": 5, "errorType": "FormatException", "isAskedAgain": true }] }""");
        unexplained.HasData("""{ "dropParkedEvent": { "eventId": null, "errors": [{ "code": "INVALID_INPUT", "field": "input.reason" }] } }""");
        dropped.HasData($$"""{ "dropParkedEvent": { "eventId": "{{id}}", "errors": [] } }""");
        again.HasData("""{ "dropParkedEvent": { "eventId": null, "errors": [{ "code": "EVENT_IS_NOT_PARKED", "field": "input.eventId" }] } }""");
        none.HasData("""{ "parkedEvents": [] }""");
        Assert.Equal(
            "CHANGED handles The cause is mended.; DELETED handles It is about an organization that never was.",
            await host.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                "select string_agg(action || ' ' || user_name || ' ' || reason, '; ' order by sequence) from kernel.edits where province_id = 36 and entity = 'ParkedEvent' and entity_key ->> 1 = $1",
                id.ToString()));
    }

    [Fact]
    public async Task Events_are_the_provinces_and_not_a_part_of_its()
    {
        using var client = await host.SignInAsync(await host.AddUserAsync(
            "handles-a-part", TestProvinces.NamDinh, TestGrant.Below(HostFixture.Committee, HostPermissions.ReadOperations, HostPermissions.HandleEvents, HostPermissions.ManagePolicies)));

        var seen = await client.ExecuteAsync("{ parkedEvents { module } eventQueues { module } policies { key } }");
        var handled = await client.ExecuteAsync(Act("dropParkedEvent", Guid.NewGuid(), "Try."));
        var decided = await client.ExecuteAsync(
            """mutation { setPolicy(input: { key: "registers.entries", values: "{}", from: "2026-01-01", instrument: "Try." }) { errors { ... on Problem { code } } } }""");

        Assert.Equal(["FORBIDDEN"], seen.ErrorCodes.Distinct());
        handled.HasData("""{ "dropParkedEvent": { "eventId": null, "errors": [{ "code": "OPERATIONS_BELONG_TO_THE_PROVINCE", "field": null }] } }""");
        decided.HasData("""{ "setPolicy": { "errors": [{ "code": "OPERATIONS_BELONG_TO_THE_PROVINCE" }] } }""");
    }

    private static string Act(string mutation, Guid id, string reason) =>
        $$"""mutation { {{mutation}}(input: { module: "minutes", eventId: "{{id}}", reason: "{{reason}}" }) { eventId errors { ... on Problem { code field } } } }""";

    private async Task<Guid> ParkAsync()
    {
        var id = Guid.NewGuid();
        await host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.outbox (province_id, generation, event_id, module, event_name, payload, occurred_at)
            select 36, generation, $1, 'registers', 'registers.entry-made', '{}', now() from kernel.outbox_generation
            """,
            id);
        await host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.parked_events (province_id, module, event_id, event_name, attempts, error_type, error, parked_at)
            values (36, 'minutes', $1, 'registers.entry-made', 5, 'FormatException', 'Nguyễn Văn A is no number.', now())
            """,
            id);
        await host.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "insert into kernel.outbox_positions (province_id, module, generation, transaction_id, sequence, moved_at) values (36, 'minutes', 0, '0', 0, now())");
        return id;
    }
}
