using Modular.Members.Contracts;
using Modular.ResidenceLiaison.Introductions;
using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>Who is introduced, and who is exempt of what (Guidance 33-HD/BTCTW).</summary>
public sealed class CategoryTests(LiaisonProvince province)
{
    private const string Line = "state cause category derivedCategory derivedFrom categoryReason closingReason";

    [Theory]
    [InlineData("RESIDENTIAL_AREA", "COMMUNE", "", "NotApplicable ResidentialCell")]
    [InlineData(null, "WARD", "", "NotApplicable ResidentialCell")]
    [InlineData("SCHOOL", "COMMUNE", "", "Normal WorkingMember")]
    [InlineData(null, "AGENCY", "", "Normal WorkingMember")]
    [InlineData(null, null, "", "Normal WorkingMember")]
    [InlineData(null, "AGENCY", "Abroad", "IntroducedButExempt Circumstance")]
    [InlineData(null, "AGENCY", "TemporaryAway", "IntroducedButExempt Circumstance")]
    [InlineData(null, "AGENCY", "Exempt", "Normal WorkingMember")]
    [InlineData("RESIDENTIAL_AREA", null, "Abroad", "NotApplicable ResidentialCell")]
    public void A_category_follows_from_facts(string? cell, string? workplace, string flag, string expected)
    {
        var flags = Enum.TryParse<MembershipFlag>(flag, out var set) ? new HashSet<MembershipFlag> { set } : [];

        var (category, ground) = new LiaisonCategoryPolicy().Derive(cell, workplace, flags);

        Assert.Equal(expected, $"{category} {ground}");
    }

    [Fact]
    public void The_fields_of_a_province_are_those_that_it_decides()
    {
        var policy = new LiaisonCategoryPolicy { ExemptFields = ["ARMED_FORCES"], UnintroducedFields = ["OVERSEAS"] };

        Assert.Equal(
            [(LiaisonCategory.IntroducedButExempt, CategoryGround.FieldOfWorkplace), (LiaisonCategory.ExemptFromIntroduction, CategoryGround.FieldOfWorkplace)],
            [policy.Derive(null, "ARMED_FORCES", new HashSet<MembershipFlag>()), policy.Derive("OVERSEAS", "AGENCY", new HashSet<MembershipFlag>())]);
    }

    [Fact]
    public async Task Members_of_a_residential_cell_are_not_introduced_and_get_no_letter()
    {
        var (member, _) = await province.AddMemberAsync(province.Hamlet);
        var introduction = await province.IntroductionOfAsync(member);

        Assert.Equal(
            Compact("""[{"state":"NOT_INTRODUCED","cause":"ADMISSION","category":"NOT_APPLICABLE","derivedCategory":"NOT_APPLICABLE","derivedFrom":"RESIDENTIAL_CELL","categoryReason":null,"closingReason":null}]"""),
            await IntroductionsOfAsync(province.Officer, member, Line));
        Assert.Equal(
            ["MEMBER_IS_NOT_TO_BE_INTRODUCED input.introductions.0 RES-05"],
            await ProblemsAsync(province.Officer, "issueResidenceLetters", Input([introduction], new { receiverId = province.CommuneCommittee })));
    }

    [Fact]
    public async Task A_long_stay_abroad_ends_the_letter_and_takes_another_that_says_exempt()
    {
        var member = await province.AddMemberAsync(province.AgencyCell);
        await StepAsync(province.Workplace, "issueResidenceLetters", await province.IntroductionOfAsync(member.Id), new { receiverId = province.CommuneCommittee, on = "2026-07-01" });

        await DoAsync(
            province.Officer, "setMemberFlag",
            new
            {
                memberId = member.Id,
                expectedVersion = member.Version,
                flag = "ABROAD",
                from = "2026-08-03",
                reason = "Du học.",
                decision = new { number = "3-QĐ/TU", decidedOn = "2026-07-20", authority = "Ban Thường vụ Tỉnh ủy" },
            },
            "member { id }");
        await province.Host.DispatchEventsAsync();

        Assert.Equal(
            Compact("""
            [{"state":"TO_INTRODUCE","cause":"CATEGORY_CHANGE","category":"INTRODUCED_BUT_EXEMPT","derivedCategory":"INTRODUCED_BUT_EXEMPT","derivedFrom":"CIRCUMSTANCE","categoryReason":null,"closingReason":null},
             {"state":"ENDED","cause":"ADMISSION","category":"NORMAL","derivedCategory":"NORMAL","derivedFrom":"WORKING_MEMBER","categoryReason":null,"closingReason":"CATEGORY_CHANGE"}]
            """),
            await IntroductionsOfAsync(province.Officer, member.Id, Line));
    }

    [Fact]
    public async Task The_workplace_says_otherwise_with_its_reason_and_takes_it_back()
    {
        var (member, _) = await province.AddMemberAsync(province.AgencyCell);
        var introduction = await province.IntroductionOfAsync(member);

        Assert.Equal(["INVALID_INPUT input.reason"], await ProblemsAsync(province.Workplace, "setResidenceCategory", Input([introduction], new { category = "EXEMPT_FROM_INTRODUCTION" })));
        introduction = await StepAsync(
            province.Workplace, "setResidenceCategory", introduction, new { category = "EXEMPT_FROM_INTRODUCTION", reason = "Đơn vị thường trực sẵn sàng chiến đấu." });
        Assert.Equal(
            Compact("""
            [{"state":"NOT_INTRODUCED","cause":"ADMISSION","category":"EXEMPT_FROM_INTRODUCTION","derivedCategory":"NORMAL","derivedFrom":"WORKING_MEMBER",
              "categoryReason":"Đơn vị thường trực sẵn sàng chiến đấu.","closingReason":null}]
            """),
            await IntroductionsOfAsync(province.Officer, member, Line));

        await StepAsync(province.Workplace, "setResidenceCategory", introduction);
        Assert.Equal(
            Compact("""[{"state":"TO_INTRODUCE","cause":"CATEGORY_CHANGE","category":"NORMAL","derivedCategory":"NORMAL","derivedFrom":"WORKING_MEMBER","categoryReason":null,"closingReason":null}]"""),
            await IntroductionsOfAsync(province.Officer, member, Line));
        Assert.Equal(
            $"[{{\"openedOn\":\"{Today:yyyy-MM-dd}\"}}]", await IntroductionsOfAsync(province.Officer, member, "openedOn"));
    }
}
