using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>
/// One change or more for each mutation of the schema, right in itself in the attacker's own branch: what comes of it when an id is exchanged
/// for one of the victim's is then told by nothing but the reach.
/// </summary>
internal static class MutationCases
{
    private const string Day = "2026-09-01";

    /// <summary>The changes that the registers offer.</summary>
    public static IReadOnlyList<MutationCase> OfRegisters { get; } =
    [
        .. OfMembers(),
        .. TransferCases.All,
        .. BadgeCases.All(),
        .. DisciplineCases.All(),
        .. CircumstanceCases.All(), .. ReportCases.All,
        .. RecordCases.All(),
        .. CardCases.All(),
        .. DuplicateCases.All(),
        .. MatchCases.All(),
        .. MergeCases.All(),
        .. OfOrganizations(),
        .. OfCommittees(),
        .. InspectionCases.All(),
        .. AgencyCases.All(),
        .. MeetingCases.All(),
        .. OfReorganizations(),
        .. DataProtectionCases.All,
        .. ResidenceCases.All,
        .. ResidenceCommentCases.All,
    ];

    /// <summary>All changes: those of the registers, and those of accounts, roles and what else the host itself offers.</summary>
    public static IReadOnlyList<MutationCase> All { get; } =
    [
        .. OfRegisters,
        .. OfAccess(),
        .. OfRoles(),
        .. OfSessions(),
        .. OfAccounts(),
        .. OfExports(),
        .. OfTheSystem(),
    ];

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
                    asCorrection = true,
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
                asCorrection = true,
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
        yield return new MutationCase("approveCommittee", async attacker =>
        {
            var opened = (await attacker.Own.Clerk.DoAsync(
                "openCommitteeTerm",
                new { organizationId = await attacker.Own.NewCommuneAsync(), number = "2026-2031", effectiveOn = "2026-08-03", committeeSize = 15, standingSize = 5 },
                "committeeTerm { id version }"))["committeeTerm"]!;
            return new { termId = (string)opened["id"]!, expectedVersion = (int)opened["version"]!, decision = Decision(attacker) };
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
            var post = await attacker.Own.Clerk.AssignPostAsync(await attacker.Own.TermAsync(), (await attacker.Own.NewMemberAsync()).Id);
            return new { id = post.Id, expectedVersion = post.Version, effectiveOn = Day, reason = "RETIRED", remark = "With thanks." };
        });
    }

    private static IEnumerable<MutationCase> OfReorganizations()
    {
        yield return new MutationCase("draftReorganization", async attacker => new
        {
            superiorId = attacker.Own.District,
            title = "Scheme",
            effectiveOn = Day,
            steps = new[] { await EveryIdAsync(attacker) },
        });
        yield return OfScheme("reviseReorganization", async (attacker, id, version) => new
        {
            id,
            expectedVersion = version,
            title = "Scheme",
            effectiveOn = Day,
            steps = new[] { await EveryIdAsync(attacker) },
        });
        yield return OfScheme("appraiseReorganization", (_, id, version) => Task.FromResult<object>(
            new { id, expectedVersion = version, appraisedOn = Day, appraisedBy = $"Board {Clerk.NextNumber()}" }));
        yield return OfScheme("decideReorganization", (_, id, version) => Task.FromResult<object>(
            new { id, expectedVersion = version, number = "9-QĐ/HU", decidedOn = Day, authority = "Ban Thường vụ Huyện ủy" }));
        yield return OfScheme("withdrawReorganization", (_, id, version) => Task.FromResult<object>(
            new { id, expectedVersion = version, reason = "Not now." }));
        yield return new MutationCase("signHandOver", async attacker => new
        {
            id = await attacker.Own.Clerk.HandOverAsync(attacker.Own.District, await attacker.Own.NewCellAsync(), attacker.Own.CommuneOne),
            expectedVersion = 1,
            side = "GIVING",
            signedOn = Day,
            signedBy = "Secretary",
        });
    }

    // A step with an id in every place where there may be one.
    private static async Task<object> EveryIdAsync(Attacker attacker) => new
    {
        kind = "MOVE_MEMBERS",
        organizationId = attacker.Own.CellOne,
        parentId = attacker.Own.CommuneOne,
        targetId = attacker.Own.CellTwo,
        consent = Decision(attacker),
        memberIds = new[] { (await attacker.Own.NewMemberAsync()).Id },
    };

    private static MutationCase OfScheme(string mutation, Func<Attacker, string, int, Task<object>> input) => new(mutation, async attacker =>
    {
        var (id, version) = await attacker.Own.Clerk.SchemeAsync(
            attacker.Own.District, new { kind = "RENAME", organizationId = await attacker.Own.NewCellAsync(), name = $"Chi bộ {NewCode()}" });
        return await input(attacker, id, version);
    });

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

    private static IEnumerable<MutationCase> OfRoles()
    {
        var permissions = new[] { new { name = "organizations.read", mayUse = true, mayGive = false } };
        yield return OfRole("defineRole", _ => Task.FromResult<object>(new
        {
            id = $"role-{Clerk.NextNumber()}",
            title = "Reader",
            vietnameseTitle = "Người xem",
            permissions,
            requiresSecondFactor = false,
            reason = "Asked for.",
        }));
        yield return OfRole("changeRole", async attacker => new { id = await attacker.RoleAsync(), expectedVersion = 1, permissions, reason = "Asked for." });
        yield return OfRole("endRole", async attacker => new { id = await attacker.RoleAsync(), expectedVersion = 1, reason = "No longer." });
    }

    private static MutationCase OfRole(string mutation, Func<Attacker, Task<object>> input) => new(mutation, input) { MeetsInABranch = "ROLES_BELONG_TO_THE_PROVINCE" };

    private static IEnumerable<MutationCase> OfSessions()
    {
        yield return new MutationCase("endSession", async attacker => new { id = await attacker.OtherSessionAsync() });
        yield return new MutationCase("endMyOtherSessions", _ => Task.FromResult<object>(new { }));
    }

    private static IEnumerable<MutationCase> OfAccounts()
    {
        yield return OfAccount("createUser", async attacker => new
        {
            userName = $"officer.{Clerk.NextNumber()}",
            memberId = (await attacker.Own.NewMemberAsync()).Id,
            reason = "Works here.",
        });
        yield return OfAccount("createServiceAccount", _ => Task.FromResult<object>(new { userName = $"program.{Clerk.NextNumber()}", reason = "Interface." }));
        foreach (var mutation in new[] { "deactivateUser", "reactivateUser", "endUserSessions", "unlockUser", "resetUser" })
            yield return OfAccount(mutation, async attacker => new { id = await attacker.Own.NewUserAsync(), reason = "Asked for it." });
        yield return OfAccount("setRoleSecondFactor", _ => Task.FromResult<object>(new { roleId = "member", requiresSecondFactor = false, reason = "As it was." }));
        yield return OfAccount("createServiceKey", async attacker => new
        {
            userId = await attacker.Own.Clerk.OpenServiceAccountAsync(),
            name = "Interface",
            permissions = new[] { "organizations.read" },
            reach = "ORGANIZATION",
            organizationId = attacker.Own.CellOne,
            days = 30,
            reason = "Interface.",
        });
        yield return OfAccount("rotateServiceKey", async attacker => new { id = await KeyAsync(attacker), days = 30, reason = "Each year." });
        yield return OfAccount("endServiceKey", async attacker => new { id = await KeyAsync(attacker), reason = "No longer." });
    }

    // Accounts and keys belong to the province, so that whoever works in a branch changes none, not even those that are used there.
    private static MutationCase OfAccount(string mutation, Func<Attacker, Task<object>> input) =>
        new(mutation, input) { MeetsInABranch = "ACCOUNTS_BELONG_TO_THE_PROVINCE" };

    private static async Task<string> KeyAsync(Attacker attacker) =>
        await attacker.Own.Clerk.MakeKeyAsync(await attacker.Own.Clerk.OpenServiceAccountAsync(), attacker.Own.CellOne);

    private static IEnumerable<MutationCase> OfExports()
    {
        yield return new MutationCase("requestExport", _ => Task.FromResult(Clerk.SensitiveExport("Own", "My own work")));
        yield return OfExport("approveExport", (id, version) => new { id, expectedVersion = version, reason = "Needed." }, "OWN_EXPORT_IS_DECIDED_BY_OTHERS");
        yield return OfExport("refuseExport", (id, version) => new { id, expectedVersion = version, reason = "Too wide." }, "OWN_EXPORT_IS_DECIDED_BY_OTHERS");
        yield return OfExport("withdrawExport", (id, version) => new { id, expectedVersion = version, reason = "No longer." });
    }

    private static MutationCase OfExport(string mutation, Func<string, int, object> input, string? meets = null) => new(mutation, async attacker =>
    {
        var (id, version) = await attacker.ExportAsync();
        return input(id, version);
    })
    {
        Meets = meets,
    };

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
        yield return new MutationCase("enableModule", _ => Task.FromResult<object>(new { module = "no-such", reason = "Try.", plan = "none" })) { Meets = "MODULE_IS_NOT_INSTALLED", MeetsInABranch = "MODULES_BELONG_TO_THE_PROVINCE" };
        yield return new MutationCase("disableModule", _ => Task.FromResult<object>(new { module = "no-such", reason = "Try.", plan = "none" })) { Meets = "MODULE_IS_NOT_INSTALLED", MeetsInABranch = "MODULES_BELONG_TO_THE_PROVINCE" };
        foreach (var act in new[] { "retryParkedEvent", "dropParkedEvent" })
        {
            yield return new MutationCase(act, _ => Task.FromResult<object>(new { module = "members", eventId = Guid.NewGuid(), reason = "Try." }))
            {
                Meets = "EVENT_IS_NOT_PARKED",
                MeetsInABranch = "OPERATIONS_BELONG_TO_THE_PROVINCE",
            };
        }

        yield return new MutationCase("setPolicy", _ => Task.FromResult<object>(new { key = "organizations.committee-sizing", values = "{}", from = Day, instrument = "Try." }))
        {
            MeetsInABranch = "OPERATIONS_BELONG_TO_THE_PROVINCE",
        };
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
