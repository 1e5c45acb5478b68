using Microsoft.Extensions.DependencyInjection;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Tests.Requests;
using Modular.Kernel.Postgres.History;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.DataProtection.Tests.Retention;

/// <summary>What names persons who left long ago is erased by two people, everywhere; figures and the seals of the history hold.</summary>
[Collection(Erasing.Name)]
public sealed class ErasureTests(ProtectedRegister register)
{
    private readonly Erasing erasing = new(register);

    private const string Figures =
        """
        query ($cell: ID!) {
          organization(id: $cell) {
            a: memberCount(asOf: "2016-02-01") b: memberCount(asOf: "2016-06-01") c: memberCount
            membership(asOf: "2016-02-01") { official probationary }
          }
          women: members(where: {sex: {eq: FEMALE}}) { totalCount }
          kinh: members(where: {ethnicGroup: {eq: KINH}}) { totalCount }
          born: members(where: {birthDate: {lt: "1986-01-01"}}) { totalCount }
          then: members(where: {memberOn: "2016-02-01"}) { totalCount }
          left: members(where: {leftOn: {lt: "2016-11-22"}}) { totalCount }
        }
        """;

    [Fact]
    public async Task Nothing_names_the_person_any_more_and_every_figure_is_as_it_was()
    {
        const string Name = "Khổng Thị Quên Lãng";
        var person = await erasing.FormerMemberAsync(Name, "2016-03-01");
        var request = await register.RecordAsync(person, "DELETE");
        request = await register.Officer.StepAsync("acknowledgeSubjectRequest", request);
        request = await register.Officer.StepAsync("startSubjectRequest", request);
        Assert.Equal(["DATA_ARE_NOT_ERASED_YET input.id"], await register.Officer.RefusedAsync("completeSubjectRequest", request, new { result = "Đã xóa." }));
        await erasing.SealAsync();
        var before = await FiguresAsync();
        Assert.NotEmpty(await erasing.ColumnsWithAsync(Name));

        await erasing.EraseAsync("first", person);

        Assert.Equal(before, await FiguresAsync());
        Assert.Equal([], await erasing.ColumnsWithAsync(Name));
        (await register.Officer.ExecuteAsync(
            "query ($id: ID!) { member(id: $id) { fullName birthDate birthDatePrecision citizenId citizenIdMasked phone status leftOn sex ethnicGroup religion residenceHistory { address } } }",
            new { id = person })).HasData(
            """
            { "member": { "fullName": "(đã xóa)", "birthDate": "1985-01-01", "birthDatePrecision": "YEAR", "citizenId": null, "citizenIdMasked": null, "phone": null,
              "status": "LEFT_ON_REQUEST", "leftOn": "2016-03-01", "sex": "FEMALE", "ethnicGroup": "KINH", "religion": "BUDDHISM",
              "residenceHistory": [{ "address": "(đã xóa)" }] } }
            """);
        // What the person wrote was erased too, which is a change of the request.
        await register.Officer.StepAsync("completeSubjectRequest", (request.Id, request.Version + 1), new { result = "Đã xóa." });
    }

    [Fact]
    public async Task The_seals_of_the_history_hold_and_still_find_what_is_altered()
    {
        var person = await erasing.FormerMemberAsync("Khổng Thị Niêm Phong", "2016-03-02");
        await erasing.SealAsync();
        await erasing.EraseAsync("second", person);
        await erasing.SealAsync();
        Assert.Null((await erasing.VerifyAsync()).Breach);
        Assert.True(await register.Host.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.edit_erasures") > 2);

        await AlteredAsync(
            LogBreachKind.Altered, "update kernel.edits set user_name = 'somebody.else' where subject_id = $1 and changes @> '{\"fullName\": {\"erased\": true}}'", person);
        await AlteredAsync(
            LogBreachKind.Altered, "update kernel.edits set changes = jsonb_set(changes, '{fullName}', '{\"after\": \"X\"}') where subject_id = $1 and changes ? 'fullName'", person);
        await AlteredAsync(
            LogBreachKind.Altered, "update kernel.edits set changes = '{}' where subject_id = $1 and entity <> 'SubjectRequest'", register.WestMember);
        await AlteredAsync(
            LogBreachKind.Altered,
            "update kernel.edit_erasures set act_id = gen_random_uuid() where $1::uuid is not null", person);
    }

    [Fact]
    public async Task An_erasure_takes_two_people_and_is_done_once()
    {
        var person = await erasing.FormerMemberAsync("Khổng Thị Hai Người", "2016-03-03");
        using var proposer = await erasing.OfficerAsync("proposes.alone");
        var proposal = await Erasing.ProposeAsync(proposer, person);

        Assert.Equal(["ERASURE_TAKES_A_SECOND_PERSON_OF_THE_PROVINCE input.key"], await ProtectedRegister.ProblemsAsync(proposer, "executeErasure", proposal));
        using var below = await register.SignInAsync(
            "executes.below", memberId: null,
            TestGrant.InProvince(DataProtectionPermissions.PlanRetention), TestGrant.Below(ProtectedRegister.KeyOf(register.EastCommune), DataProtectionPermissions.ExecuteErasure));
        Assert.Equal(["ERASURE_TAKES_A_SECOND_PERSON_OF_THE_PROVINCE input.key"], await ProtectedRegister.ProblemsAsync(below, "executeErasure", proposal));
        Assert.Empty(await ProtectedRegister.ProblemsAsync(register.Officer, "executeErasure", proposal));
        Assert.Equal(["STALE_VERSION input.expectedVersion"], await ProtectedRegister.ProblemsAsync(register.Officer, "executeErasure", proposal));
        Assert.Equal(
            ["DATA_ARE_STILL_TO_BE_KEPT input.memberIds"],
            await ProtectedRegister.ProblemsAsync(proposer, "proposeErasure", new { memberIds = new[] { person }, reason = "Lần nữa.", decisionNumber = "9-QĐ/TU" }));
    }

    [Fact]
    public async Task A_proposal_that_is_rejected_erases_nothing()
    {
        var person = await erasing.FormerMemberAsync("Khổng Thị Còn Đây", "2016-03-04");
        using var proposer = await erasing.OfficerAsync("proposes.in.vain");
        var proposal = await Erasing.ProposeAsync(proposer, person);

        Assert.Empty(await ProtectedRegister.ProblemsAsync(
            register.Officer, "rejectErasure", new { key = proposal["key"]!.DeepClone(), expectedVersion = 1, reason = "Còn tranh chấp." }));
        Assert.Equal(
            ["ERASURE_IS_CLOSED input.key"], await ProtectedRegister.ProblemsAsync(register.Officer, "executeErasure", new { key = proposal["key"]!.DeepClone(), expectedVersion = 2 }));
        Assert.NotEmpty(await erasing.ColumnsWithAsync("Khổng Thị Còn Đây"));
    }

    [Fact]
    public async Task Whoever_is_a_member_or_left_lately_is_kept_and_the_plan_changes_nothing()
    {
        var lately = await erasing.FormerMemberAsync("Khổng Thị Mới Ra", "2025-03-01");
        var due = await erasing.FormerMemberAsync("Khổng Thị Đến Hạn", "2016-03-05");
        foreach (var kept in new[] { lately, register.EastMember })
        {
            Assert.Equal(
                ["DATA_ARE_STILL_TO_BE_KEPT input.memberIds"],
                await ProtectedRegister.ProblemsAsync(register.Officer, "proposeErasure", new { memberIds = new[] { due, kept }, reason = "Hết hạn.", decisionNumber = "9-QĐ/TU" }));
        }

        var plan = (await register.Officer.ExecuteAsync("{ retentionPlan { classes { class personCount tables { keptBy name rows erasedColumns } } } }")).Data["retentionPlan"]!;
        var identity = plan["classes"]!.AsArray().Single(kept => (string)kept!["class"]! == "IDENTITY")!;
        var persons = (int)identity["personCount"]!;
        Assert.True(persons > 0);
        Assert.Contains(identity["tables"]!.AsArray(), table => (string)table!["name"]! == "Member" && (int)table["rows"]! == persons);
        Assert.NotEmpty(await erasing.ColumnsWithAsync("Khổng Thị Đến Hạn"));
    }

    private async Task<string> FiguresAsync() => (await register.Officer.ExecuteAsync(Figures, new { cell = register.EastCell })).Data.ToJsonString();

    private async Task AlteredAsync(LogBreachKind found, string tampering, string person)
    {
        await using var owner = await register.Host.Database.OpenAsOwnerAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await ExecuteAsync("set local app.province = '36'");
        foreach (var table in new[] { "edits", "edit_erasures" })
            await ExecuteAsync($"create table kept_{table} as table kernel.{table}");
        await ExecuteAsync(tampering, ProtectedRegister.KeyOf(person));
        await transaction.CommitAsync();

        Assert.Equal(found, (await erasing.VerifyAsync()).Breach?.Kind);

        await using var back = await owner.BeginTransactionAsync();
        await ExecuteAsync("set local app.province = '36'");
        await ExecuteAsync(
            """
            update kernel.edits as e set changes = k.changes, user_name = k.user_name from kept_edits as k
            where k.province_id = e.province_id and k.generation = e.generation and k.transaction_id = e.transaction_id and k.sequence = e.sequence
            """);
        await ExecuteAsync(
            """
            update kernel.edit_erasures as e set act_id = k.act_id from kept_edit_erasures as k
            where k.province_id = e.province_id and k.generation = e.generation and k.transaction_id = e.transaction_id and k.sequence = e.sequence
            """);
        await ExecuteAsync("drop table kept_edits, kept_edit_erasures");
        await back.CommitAsync();
        Assert.Null((await erasing.VerifyAsync()).Breach);

        async Task ExecuteAsync(string sql, params Guid[] values)
        {
            await using var command = new NpgsqlCommand(sql, owner);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });
            await command.ExecuteNonQueryAsync();
        }
    }
}
