using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.DataProtection.Contracts;
using Modular.Kernel.Postgres.History;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.DataProtection.Tests.Retention;

/// <summary>Tests of erasures share a host, one after the other: they look at the whole history and at every table.</summary>
[CollectionDefinition(Erasing.Name)]
public sealed class ErasingRegister : ICollectionFixture<ProtectedRegister>;

/// <summary>What tests of erasures do.</summary>
internal sealed class Erasing(ProtectedRegister register)
{
    public const string Name = "Erasures";

    public Task<LogVerdict> VerifyAsync() =>
        register.Host.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(TestProvinces.NamDinh.Id, noted: null, CancellationToken.None);

    /// <summary>Seals the whole history. What somebody still does, in whatever database of the server, may keep a change from being settled for a moment.</summary>
    public async Task SealAsync()
    {
        await Patience.UntilAsync(async () =>
        {
            await register.Host.Services.GetRequiredService<HistorySealer>().SealAsync(TestProvinces.NamDinh.Id, TestContext.Current.CancellationToken);
            return (await VerifyAsync()).Unsealed == 0;
        });
    }

    /// <summary>Somebody who may read plans, propose and execute.</summary>
    public Task<TestClient> OfficerAsync(string name) => register.SignInAsync(
        name, memberId: null, TestGrant.InProvince(DataProtectionPermissions.PlanRetention, DataProtectionPermissions.ProposeErasure, DataProtectionPermissions.ExecuteErasure));

    /// <summary>Two people erase data of a person: those classes, or all that are due.</summary>
    public async Task EraseAsync(string name, string person, params string[] classes)
    {
        using var proposer = await OfficerAsync("proposes." + name);
        Assert.Empty(await ProtectedRegister.ProblemsAsync(register.Officer, "executeErasure", await ProposeAsync(proposer, person, classes)));
    }

    public static async Task<JsonObject> ProposeAsync(TestClient proposer, string person, params string[] classes)
    {
        var proposed = await ProtectedRegister.DoAsync(proposer, "proposeErasure", Proposal(person, classes), "key version");
        return new JsonObject { ["key"] = (string)proposed["key"]!, ["expectedVersion"] = (int)proposed["version"]! };
    }

    public static JsonObject Proposal(string person, params string[] classes)
    {
        var input = new JsonObject { ["memberIds"] = new JsonArray(person), ["reason"] = "Hết thời hạn lưu giữ.", ["decisionNumber"] = "9-QĐ/TU" };
        if (classes.Length > 0)
            input["classes"] = new JsonArray([.. classes.Select(name => JsonValue.Create(name))]);
        return input;
    }

    /// <summary>Somebody with a residence, a phone that was changed, and a flag, who left on a day.</summary>
    public async Task<string> FormerMemberAsync(string name, string leftOn)
    {
        var person = await register.AddMemberAsync(register.EastCell, name);
        await DoAsync("updateMember", person, new JsonObject { ["phone"] = "0913999777", ["reason"] = $"{name} báo." });
        await DoAsync("recordAddress", person, new JsonObject { ["residence"] = new JsonObject { ["kind"] = "PERMANENT", ["address"] = $"Nhà {name}", ["from"] = "2016-02-01" } });
        await LeaveAsync(person, name, leftOn);
        return person;
    }

    /// <summary>The person leaves the Party.</summary>
    public Task<JsonNode> LeaveAsync(string person, string name, string leftOn) => DoAsync(
        "changeMemberStatus",
        person,
        new JsonObject { ["status"] = "LEFT_ON_REQUEST", ["effectiveOn"] = leftOn, ["reason"] = $"{name} xin ra.", ["decision"] = Decision("3-QĐ/HU", leftOn) });

    public static JsonObject Decision(string number, string decidedOn, string authority = "Huyện ủy") =>
        new() { ["number"] = number, ["decidedOn"] = decidedOn, ["authority"] = authority };

    /// <summary>Runs a mutation of a member as they stand.</summary>
    public async Task<JsonNode> DoAsync(string mutation, string person, JsonObject input, string selection = "member { id }")
    {
        input["memberId"] = person;
        input["expectedVersion"] = await VersionAsync(person);
        return await ProtectedRegister.DoAsync(register.Officer, mutation, input, selection);
    }

    public async Task<int> VersionAsync(string person) =>
        (int)(await register.Officer.ExecuteAsync("query ($id: ID!) { member(id: $id) { version } }", new { id = person })).Data["member"]!["version"]!;

    /// <summary>The columns of all tables of all schemas in which a row holds a text.</summary>
    public async Task<IReadOnlyList<string>> ColumnsWithAsync(string text)
    {
        await using var owner = await register.Host.Database.OpenAsOwnerAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand(
            """
            set app.province = '36';
            select n.nspname || '.' || c.relname from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
            order by 1
            """,
            owner))
        {
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        var holding = new List<string>();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand(
                $"select distinct $2 || '.' || field.key from {table} as row cross join jsonb_each(to_jsonb(row)) as field where field.value::text like '%' || $1 || '%' order by 1", owner);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                holding.Add(reader.GetString(0));
        }

        return holding;
    }
}
