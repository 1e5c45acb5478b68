using Modular.TestKit.Hosts;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>A letter 1-213 on its way from the workplace to the residential cell (RES-01 to RES-03).</summary>
public sealed class LetterTests(LiaisonProvince province)
{
    private const string Steps = "state cause category letterYear issuedOn receivedOn assignedOn informedOn closedOn closingReason";

    [Fact]
    public async Task A_newly_admitted_member_is_introduced_received_assigned_and_informed_by_the_users_of_both_sides()
    {
        var (member, _) = await province.AddMemberAsync(province.AgencyCell, status: "PROBATIONARY");
        var introduction = await province.IntroductionOfAsync(member);
        Assert.Equal(
            Compact("""[{"state":"TO_INTRODUCE","cause":"ADMISSION","openedOn":"2026-07-06","introduceBy":"2026-08-17","isOverdue":true,"fullName":null}]"""),
            await IntroductionsOfAsync(province.Workplace, member, "state cause openedOn introduceBy isOverdue fullName"));

        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, new { receiverId = province.CommuneCommittee, on = "2026-09-03", signedBy = "Nguyễn Văn Ký" });
        introduction = await StepAsync(province.Commune, "receiveResidenceLetters", introduction, new { on = "2026-09-07" });
        introduction = await StepAsync(province.Commune, "assignResidenceCell", introduction, new { cellId = province.Hamlet, on = "2026-09-08" });
        introduction = await StepAsync(province.HamletSecretary, "informResidenceMembers", introduction, new { on = "2026-09-10" });

        Assert.Equal(
            Compact("""
            [{"state":"ACTIVE","cause":"ADMISSION","category":"NORMAL","letterYear":2026,"issuedOn":"2026-09-03","receivedOn":"2026-09-07","assignedOn":"2026-09-08",
              "informedOn":"2026-09-10","closedOn":null,"closingReason":null}]
            """),
            await IntroductionsOfAsync(province.Workplace, member, Steps));
    }

    [Fact]
    public async Task The_residence_sees_what_the_letter_says_from_its_issue_on_and_nothing_of_the_member()
    {
        var introduction = await province.NewIntroductionAsync();
        const string Seen = "query ($id: ID!) { residenceIntroduction(id: $id) { fullName isFemale hamlet communeCode member { id } residenceCell { name } } }";
        (await province.Commune.ExecuteAsync(Seen, new { id = introduction.Id })).HasData("""{ "residenceIntroduction": null }""");

        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, new { receiverId = province.CommuneCommittee });
        var letter = (await province.Commune.ExecuteAsync(Seen, new { id = introduction.Id })).Data["residenceIntroduction"]!;
        Assert.StartsWith("Trần Thị ", (string)letter["fullName"]!, StringComparison.Ordinal);
        letter["fullName"] = null;
        Assert.Equal(Compact("""{"fullName":null,"isFemale":true,"hamlet":"Xóm 1","communeCode":"14167","member":null,"residenceCell":null}"""), letter.ToJsonString(Readable));

        (await province.HamletSecretary.ExecuteAsync(Seen, new { id = introduction.Id })).HasData("""{ "residenceIntroduction": null }""");
    }

    [Fact]
    public async Task Letters_by_list_are_numbered_one_after_the_other_in_the_register_of_the_workplace_and_the_year()
    {
        var workplace = await province.FoundAsync(province.Bloc, "GRASSROOTS_CELL", "Chi bộ cơ sở Ban Dân tộc", "AGENCY");
        var three = new List<(string Id, int Version)>();
        for (var index = 0; index < 3; index++)
            three.Add(await province.NewIntroductionAsync(workplace));

        var issued = await DoAsync(
            province.Officer, "issueResidenceLetters", Input(three, new { receiverId = province.CommuneCommittee, on = "2025-12-31" }), "residenceIntroductions { id letterYear letterNumber }");
        Assert.Equal(
            three.Select((one, index) => $"{one.Id} 2025 {index + 1}"),
            issued["residenceIntroductions"]!.AsArray().Select(one => $"{one!["id"]} {one["letterYear"]} {one["letterNumber"]}"));

        var next = await province.NewIntroductionAsync(workplace);
        var ofNextYear = await DoAsync(
            province.Officer, "issueResidenceLetters", Input([next], new { receiverId = province.CommuneCommittee, on = "2026-01-02" }), "residenceIntroductions { letterYear letterNumber }");
        Assert.Equal("""[{"letterYear":2026,"letterNumber":1}]""", ofNextYear["residenceIntroductions"]!.ToJsonString());
    }

    [Fact]
    public async Task No_step_is_left_out_and_none_is_made_before_the_one_that_it_follows()
    {
        var introduction = await province.NewIntroductionAsync();
        var receiver = new { receiverId = province.CommuneCommittee, on = "2026-09-03" };

        Assert.Equal(["INTRODUCTION_IS_OUT_OF_YOUR_REACH input.introductions.0.id"], await ProblemsAsync(province.Officer, "receiveResidenceLetters", Input([introduction])));
        Assert.Equal(
            [$"LIAISON_STEP_IS_STILL_TO_COME input.on"],
            await ProblemsAsync(province.Workplace, "issueResidenceLetters", Input([introduction], new { receiverId = province.CommuneCommittee, on = Today.AddDays(2).ToString("o") })));
        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, receiver);
        Assert.Equal(["INTRODUCTION_STEP_DOES_NOT_FOLLOW input.introductions.0 RES-03"], await ProblemsAsync(province.Workplace, "issueResidenceLetters", Input([introduction], receiver)));
        Assert.Equal(["STEP_IS_BEFORE_EARLIER_STEP input.on"], await ProblemsAsync(province.Commune, "receiveResidenceLetters", Input([introduction], new { on = "2026-09-02" })));
        Assert.Equal(
            ["INTRODUCTION_STEP_DOES_NOT_FOLLOW input.introductions.0 RES-03"],
            await ProblemsAsync(province.Commune, "assignResidenceCell", Input([introduction], new { cellId = province.Hamlet })));
        Assert.Equal(["STALE_VERSION input.introductions.0.expectedVersion"], await ProblemsAsync(province.Commune, "receiveResidenceLetters", Input([(introduction.Id, 1)])));
    }

    [Fact]
    public async Task A_letter_needs_an_address_and_goes_to_a_grassroots_organization_which_assigns_to_a_cell_of_its_own()
    {
        var nowhere = await province.IntroductionOfAsync((await province.AddMemberAsync(province.AgencyCell, hamlet: null)).Id);
        Assert.Equal(
            ["RECEIVER_IS_NO_GRASSROOTS_ORGANIZATION input.receiverId RES-03", "RESIDENCE_OF_MEMBER_IS_NOT_KNOWN input.introductions.0 RES-02"],
            await ProblemsAsync(province.Workplace, "issueResidenceLetters", Input([nowhere], new { receiverId = province.Hamlet })));

        var introduction = await province.NewIntroductionAsync();
        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, new { receiverId = province.CommuneCommittee });
        introduction = await StepAsync(province.Commune, "receiveResidenceLetters", introduction);
        Assert.Equal(
            ["CELL_DOES_NOT_BELONG_TO_THE_RECEIVER input.cellId RES-03"],
            await ProblemsAsync(province.Commune, "assignResidenceCell", Input([introduction], new { cellId = province.AgencyCell })));
        Assert.Equal(
            ["CELL_DOES_NOT_BELONG_TO_THE_RECEIVER input.cellId RES-03"],
            await ProblemsAsync(province.Commune, "assignResidenceCell", Input([introduction], new { cellId = province.CommuneCommittee })));
    }

    [Fact]
    public async Task Each_side_takes_its_own_steps_and_nobody_those_about_themselves()
    {
        var (member, _) = await province.AddMemberAsync(province.AgencyCell);
        var introduction = await province.IntroductionOfAsync(member);
        using var own = await province.SignInAsync(
            $"own.{province.NextNumber()}", KeyOf(member), TestGrant.OfRole("grassroots-officer", Kernel.Access.Reach.OrganizationAndBelow, KeyOf(province.Agency)));
        Assert.Equal(
            ["NOBODY_ACTS_ON_THEIR_OWN_CASE input.introductions.0.id access"],
            await ProblemsAsync(own, "issueResidenceLetters", Input([introduction], new { receiverId = province.CommuneCommittee })));

        introduction = await StepAsync(province.Workplace, "issueResidenceLetters", introduction, new { receiverId = province.CommuneCommittee });
        Assert.Equal(["INTRODUCTION_IS_OUT_OF_YOUR_REACH input.introductions.0.id"], await ProblemsAsync(province.Workplace, "receiveResidenceLetters", Input([introduction])));
        Assert.Equal(["NOT_FOUND input.introductions.0.id"], await ProblemsAsync(province.HamletSecretary, "informResidenceMembers", Input([introduction])));
    }

    [Fact]
    public async Task A_letter_that_comes_back_is_kept_and_the_member_is_to_be_introduced_again()
    {
        var (member, _) = await province.AddMemberAsync(province.AgencyCell);
        var introduction = await StepAsync(
            province.Workplace, "issueResidenceLetters", await province.IntroductionOfAsync(member), new { receiverId = province.CommuneCommittee, on = "2026-09-03" });

        await StepAsync(province.Commune, "returnResidenceLetters", introduction, new { reason = "NOT_LIVING_THERE", note = "Đã bán nhà.", on = "2026-09-09" });

        Assert.Equal(
            Compact("""
            [{"state":"TO_INTRODUCE","cause":"RETURNED","openedOn":"2026-09-09","closingReason":null,"closingNote":null},
             {"state":"RETURNED","cause":"ADMISSION","openedOn":"2016-01-05","closingReason":"NOT_LIVING_THERE","closingNote":"Đã bán nhà."}]
            """),
            await IntroductionsOfAsync(province.Workplace, member, "state cause openedOn closingReason closingNote"));
        Assert.Equal(
            ["INTRODUCTION_STEP_DOES_NOT_FOLLOW input.introductions.0 RES-03"],
            await ProblemsAsync(province.Commune, "returnResidenceLetters", Input([(introduction.Id, introduction.Version + 1)], new { reason = "WRONG_ADDRESS" })));
    }
}
