using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.People;
using Modular.Members.Praises;
using Xunit;

namespace Modular.Members.Tests.Praises;

public sealed class PraisingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_cell_praises_and_a_grassroots_committee_gives_certificates_to_several_members_or_none()
    {
        var one = await province.RegisterAsync(province.NewOfficialMember());
        var two = await province.RegisterAsync(province.NewOfficialMember());
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4301));

        var none = await PraiseAsync(Input(one, applicant) with { DecisionNumber = " ", Form = PraiseForm.CertificateOfMerit });
        var given = await PraiseAsync(Input(one, two) with { OrganizationId = province.EastCommune, Form = PraiseForm.CertificateOfMerit, DecisionNumber = "3-QĐ/ĐU" });
        var praised = await PraiseAsync(Input(one));

        Assert.Equal(
            ["InvalidInput input.decisionNumber", "FormTakesAHigherLevel input.form", "OnlyMembersArePraised input.memberIds.1"],
            none.Problems.Select(problem => $"{problem.GetType().Name} {problem.Field}"));
        Assert.Equal([], [.. given.Problems, .. praised.Problems]);
        Assert.Equal(3, await province.ReadAsync(db => db.Praises.CountAsync()));
    }

    private PraiseMembersInput Input(params Member[] members) => new()
    {
        MemberIds = [.. members.Select(member => member.Id)],
        Form = PraiseForm.Praise,
        OrganizationId = province.FirstCell,
        Achievement = "Hoàn thành xuất sắc nhiệm vụ năm 2023.",
        PraisedOn = new DateOnly(2024, 2, 3),
    };

    private Task<Result<List<Member>>> PraiseAsync(PraiseMembersInput input) =>
        province.ActAsync<Praising, List<Member>>(praising => praising.RunAsync(input, CancellationToken.None));
}
