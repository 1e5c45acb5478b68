using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>
/// One change or more for each mutation of the schema, right in itself in the attacker's own branch: what comes of it when an id is exchanged
/// for one of the victim's is then told by nothing but the reach.
/// </summary>
internal static class MutationCases
{
    private const string Day = "2026-09-01";

    public static IReadOnlyList<MutationCase> All { get; } = [.. OfMembers(), .. OfOrganizations(), .. OfCommittees(), .. OfAccess(), .. OfAccounts(), .. OfTheSystem()];

    private static IEnumerable<MutationCase> OfMembers()
    {
        yield return OfMember("assignMemberToCell", (own, id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            organizationId = own.CellTwo,
            from = Day,
            reason = "Moved.",
            decision = Clerk.MemberDecision(),
        });
        yield return OfMember("changeMemberStatus", (_, id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            status = "LEFT_ON_REQUEST",
            effectiveOn = Day,
            reason = "Asked to leave.",
            decision = Clerk.MemberDecision(),
        });
        yield return new MutationCase("changeMemberStatus", async attacker =>
        {
            var member = await attacker.Own.NewMemberAsync();
            var left = (await attacker.Own.Clerk.DoAsync(
                "changeMemberStatus",
                new
                {
                    memberId = member.Id,
                    expectedVersion = member.Version,
                    status = "EXPELLED",
                    effectiveOn = "2026-08-01",
                    reason = "Expelled.",
                    decision = Clerk.MemberDecision(),
                },
                "member { version }"))["member"]!;
            return new
            {
                memberId = member.Id,
                expectedVersion = (int)left["version"]!,
                status = "OFFICIAL",
                effectiveOn = Day,
                organizationId = attacker.Own.CellOne,
                reason = "Restored.",
                decision = Clerk.MemberDecision(decidedOn: "2026-08-20"),
            };
        });
        yield return OfMember("issueCard", (_, id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            number = $"35{Clerk.NextNumber():000000}",
            issue = "EXCHANGE",
            kind = "CHIP",
            issuedOn = Day,
            reason = "Chip.",
            decision = Clerk.MemberDecision(),
        });
        yield return OfMember("recordAddress", (_, id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            reason = "Told.",
            residence = new { kind = "TEMPORARY", address = "Số 1", from = Day },
        });
        yield return new MutationCase("registerMember", async attacker =>
        {
            var (known, _) = await attacker.Own.NewMemberAsync();
            return Clerk.Newcomer(attacker.Own.CellOne, known);
        });
        yield return OfMember("setMemberFlag", (_, id, version) => new
        {
            memberId = id,
            expectedVersion = version,
            flag = "ABROAD",
            from = Day,
            reason = "Studies.",
            decision = Clerk.MemberDecision(),
        });
        yield return new MutationCase("clearMemberFlag", async attacker =>
        {
            var member = await attacker.Own.Clerk.FlagAsync(await attacker.Own.NewMemberAsync(), "ABROAD", "Studies.");
            return new { memberId = member.Id, expectedVersion = member.Version, flag = "ABROAD", from = Day, reason = "Back.", decision = Clerk.MemberDecision() };
        });
        yield return OfMember("updateMembers", (_, id, version) => new
        {
            members = new[] { new { memberId = id, expectedVersion = version, occupation = "Giáo viên" } },
            reason = "Told.",
        });
        yield return OfMember("updateMember", (_, id, version) => new { memberId = id, expectedVersion = version, occupation = "Giáo viên", reason = "Told." });
    }

    private static IEnumerable<MutationCase> OfOrganizations()
    {
        yield return new MutationCase("foundOrganization", attacker => Task.FromResult<object>(new
        {
            parentId = attacker.Own.CommuneTwo,
            kind = "CELL",
            name = $"Chi bộ mới {NewCode()}",
            code = NewCode(),
            effectiveOn = Day,
            decision = Decision(attacker),
            consent = Decision(attacker),
        }));
        yield return OfOrganization("assignOrganizationCode", (_, id, version) => new
        {
            id,
            expectedVersion = version,
            code = NewCode(),
            scheme = "INTERNAL",
            effectiveOn = Day,
        });
        yield return OfOrganization("dissolveOrganization", (attacker, id, version) => new
        {
            id,
            expectedVersion = version,
            effectiveOn = Day,
            decision = Decision(attacker),
        });
        yield return OfOrganization("moveOrganization", (attacker, id, version) => new
        {
            id,
            expectedVersion = version,
            parentId = attacker.Own.CommuneOne,
            effectiveOn = Day,
            decision = Decision(attacker),
            consent = Decision(attacker),
        });
        yield return OfOrganization("renameOrganization", (attacker, id, version) => new
        {
            id,
            expectedVersion = version,
            name = $"Chi bộ đổi tên {NewCode()}",
            effectiveOn = Day,
            decision = Decision(attacker),
        });
        yield return OfOrganization("updateOrganization", (_, id, version) => new { id, expectedVersion = version, address = "Số 1", reason = "Told." });
    }

    private static IEnumerable<MutationCase> OfCommittees()
    {
        yield return new MutationCase("openCommitteeTerm", async attacker => new
        {
            organizationId = await attacker.Own.NewCommuneAsync(),
            number = "2026-2031",
            effectiveOn = Day,
            committeeSize = 15,
            standingSize = 5,
            decision = Decision(attacker),
        });
        yield return new MutationCase("assignPost", async attacker => new
        {
            termId = await attacker.Own.TermAsync(),
            memberId = (await attacker.Own.NewMemberAsync()).Id,
            post = "MEMBER",
            basis = "ELECTED",
            effectiveOn = Day,
            decision = Decision(attacker),
        });
        yield return new MutationCase("endPost", async attacker =>
        {
            var post = await attacker.Own.PostAsync();
            return new { id = post.Id, expectedVersion = post.Version, effectiveOn = Day, reason = "RETIRED", remark = "With thanks." };
        });
    }

    private static IEnumerable<MutationCase> OfAccess()
    {
        yield return new MutationCase("giveRole", async attacker => new
        {
            userId = await attacker.Own.NewUserAsync(),
            roleId = "member",
            reach = "ORGANIZATION",
            organizationId = attacker.Own.CellOne,
            reason = "Works here.",
        });
        yield return new MutationCase("delegateRole", async attacker => new
        {
            grantId = await attacker.OwnGrantAsync(),
            userId = await attacker.Own.NewUserAsync(),
            to = "2035-01-01",
            reason = "Away.",
        });
        yield return new MutationCase("endGrant", async attacker =>
        {
            var grant = await attacker.Own.Clerk.GiveAsync(await attacker.Own.NewUserAsync(), "member", attacker.Own.CellOne, "Works here.");
            return new { id = grant.Id, expectedVersion = grant.Version, reason = "Left." };
        });
    }

    private static IEnumerable<MutationCase> OfAccounts()
    {
        yield return new MutationCase("createUser", async attacker => new
        {
            userName = $"new.user.{Clerk.NextNumber()}",
            memberId = (await attacker.Own.NewMemberAsync()).Id,
            reason = "Works here.",
        });
        yield return new MutationCase("createServiceAccount", _ => Task.FromResult<object>(new { userName = $"new.program.{Clerk.NextNumber()}", reason = "Copies." }));
        foreach (var mutation in (string[])["deactivateUser", "endUserSessions", "resetUser", "unlockUser"])
            yield return new MutationCase(mutation, async attacker => new { id = await attacker.Own.NewUserAsync(), reason = "Left." });
        yield return new MutationCase("reactivateUser", async attacker =>
        {
            var user = await attacker.Own.NewUserAsync();
            await attacker.Own.Clerk.DoAsync("deactivateUser", new { id = user, reason = "Left." }, "user { id }");
            return new { id = user, reason = "Came back." };
        });
        yield return new MutationCase("createServiceKey", async attacker => new
        {
            userId = await attacker.Own.Clerk.NewServiceAsync(),
            name = "Copy",
            permissions = new[] { "organizations.read" },
            reach = "ORGANIZATION",
            organizationId = attacker.Own.CellOne,
            days = 10,
            reason = "Copies.",
        });
        yield return new MutationCase("rotateServiceKey", async attacker => new { id = await attacker.Own.Clerk.NewKeyAsync(attacker.Own.CellOne), days = 10, reason = "In time." });
        yield return new MutationCase("endServiceKey", async attacker => new { id = await attacker.Own.Clerk.NewKeyAsync(attacker.Own.CellOne), reason = "No more." });
        yield return new MutationCase("setRoleSecondFactor", _ => Task.FromResult<object>(new { roleId = "no-such", requiresSecondFactor = true, reason = "Try." })) { Meets = "NOT_FOUND" };
    }

    private static IEnumerable<MutationCase> OfTheSystem()
    {
        yield return new MutationCase("assignWorkItem", async attacker =>
        {
            var item = await attacker.WorkItemAsync();
            return new { id = item.Id, expectedVersion = item.Version, userName = attacker.User.Name };
        });
        yield return new MutationCase("noteWorkItem", async attacker =>
        {
            var item = await attacker.WorkItemAsync();
            return new { id = item.Id, expectedVersion = item.Version, note = $"Seen {Clerk.NextNumber()}." };
        });
        yield return new MutationCase("endSession", async attacker => new { id = await attacker.OtherSessionAsync() });
        yield return new MutationCase("endMyOtherSessions", _ => Task.FromResult<object>(new { }));
        yield return new MutationCase("enableModule", _ => Task.FromResult<object>(new { module = "no-such", reason = "Try." })) { Meets = "MODULE_IS_NOT_INSTALLED" };
        yield return new MutationCase("disableModule", _ => Task.FromResult<object>(new { module = "no-such", reason = "Try." })) { Meets = "MODULE_IS_NOT_INSTALLED" };
        yield return new MutationCase("undoImport", async attacker => new { batchId = await attacker.ImportAsync(), reason = "By mistake." }) { Meets = "IMPORT_IS_NOT_APPLIED" };
    }

    private static MutationCase OfMember(string mutation, Func<Branch, string, int, object> input) => new(mutation, async attacker =>
    {
        var (id, version) = await attacker.Own.NewMemberAsync();
        return input(attacker.Own, id, version);
    });

    private static MutationCase OfOrganization(string mutation, Func<Attacker, string, int, object> input) => new(mutation, async attacker =>
        input(attacker, await attacker.Own.NewCellAsync(), 1));

    private static object Decision(Attacker attacker) => Clerk.Decision(decidedOn: "2026-08-20", authorityOrganizationId: attacker.Own.Root);

    private static string NewCode() => $"T.{Clerk.NextNumber()}";
}
