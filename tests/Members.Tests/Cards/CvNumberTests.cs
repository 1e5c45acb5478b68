using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cards.Numbers;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards;

/// <summary>Ranges of CV numbers and the numbers that are given from them.</summary>
public sealed class CvNumberTests : IAsyncLifetime
{
    private static readonly MemberDecisionInput Decision = new() { Number = "12-CV/BTC", DecidedOn = new DateOnly(2024, 1, 8) };
    private readonly SmallProvince province = new();
    private int people = 4800;

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Numbers_come_from_the_range_of_the_nearest_organization_in_order_and_none_is_given_twice()
    {
        await AssignAsync(province.District, 500, 600);
        await AssignAsync(province.EastCommune, 100, 102);
        await province.RegisterAsync(Newcomers.Official(province.WestCell, ++people) with { CvNumber = "000101ND" });
        Member[] east = [await NewAsync(province.FirstCell), await NewAsync(province.SecondCell), await NewAsync(province.FirstCell)];
        var west = await NewAsync(province.WestCell);

        var given = await GiveAsync(east[0], east[1], west);
        var beyond = await GiveAsync(east[2]);

        Assert.Equal(["000100ND", "000102ND", "000500ND"], given.Value.Select(member => member.CvNumber));
        Assert.Equal(["000501ND"], beyond.Value.Select(member => member.CvNumber));
        Assert.Equal(["000100ND [2024-06-15,)"], await province.FactsAsync("members.cv_number", "number", east[0].Id));
        Assert.EndsWith(" 000102nd", (await province.ReadAsync(east[1].Id)).SearchKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_ask_at_once_receive_two_numbers()
    {
        await AssignAsync(province.EastCommune, 200, 299);
        Member[] members = [await NewAsync(province.FirstCell), await NewAsync(province.FirstCell), await NewAsync(province.SecondCell)];

        var given = await Task.WhenAll(members.Select(member => GiveAsync(member)));

        Assert.Equal(["000200ND", "000201ND", "000202ND"], given.Select(one => one.Value.Single().CvNumber).Order());
    }

    [Fact]
    public async Task A_number_that_is_named_must_be_free_and_of_a_range_above_the_cell()
    {
        await AssignAsync(province.EastCommune, 300, 399);
        var bearer = await province.RegisterAsync(Newcomers.Official(province.FirstCell, ++people));
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, ++people));
        Member[] members = [await NewAsync(province.WestCell), await NewAsync(province.FirstCell), await NewAsync(province.FirstCell), await NewAsync(province.WestCell)];

        var refused = await GiveAsync((members[0], "000300ND"), (members[1], "12ND"), (bearer, null), (applicant, "000301ND"), (members[3], null));
        var taken = await GiveAsync((members[1], "000310 NĐ"), (members[2], "000310ND"));
        var right = await GiveAsync((members[1], "000310 NĐ"), (members[0], "123456HNI"));

        Assert.Equal(
            [
                new CvNumberLiesInAnotherRange("000300ND") { Field = "input.members.0.number" },
                new CvNumberMustBeSixDigitsAndLetters { Field = "input.members.1.number" },
                new MemberBearsACvNumber(bearer.CvNumber!) { Field = "input.members.2.memberId" },
                new OnlyMembersBearCvNumbers { Field = "input.members.3.memberId" },
            ],
            refused.Problems);
        Assert.Equal([new CvNumberIsTaken("000310ND") { Field = "input.members.1.number" }], taken.Problems);
        Assert.Equal(["000310ND", "123456HNI"], right.Value.Select(member => member.CvNumber));
        Assert.Equal([new NoCvNumberIsLeft { Field = "input.members.0.number" }], (await GiveAsync(members[3])).Problems);
        Assert.Equal("MEM-10", refused.Problems[0].Rule!.Id);
    }

    [Fact]
    public async Task No_number_is_assigned_to_two_organizations_and_only_the_province_assigns()
    {
        await AssignAsync(province.EastCommune, 1000, 1999);
        var ofADistrict = new TestAccess().Below(MembersPermissions.IssueCards, await province.PathOfAsync(province.District));

        var overlapping = await AssignAsync(province.WestCommune, 1999, 2999);
        var unfit = await AssignAsync(province.WestCommune, 0, 1_000_000);
        var otherLetters = await AssignAsync(province.WestCommune, 1000, 1999, "HNI");
        var below = await province.ActAsync<CvNumberRangeAssignment, CvNumberRange>(
            ofADistrict, assignment => assignment.RunAsync(Range(province.WestCommune, 5000, 5999, "ND"), CancellationToken.None));

        Assert.Equal([new CvNumberRangesOverlap(1000, 1999) { Field = "input.first" }], overlapping.Problems);
        Assert.Equal([new CvNumberRangeIsUnfit { Field = "input.first" }, new CvNumberRangeIsUnfit { Field = "input.last" }], unfit.Problems);
        Assert.Equal([], otherLetters.Problems);
        Assert.Equal([new CvNumberRangesBelongToTheProvince()], below.Problems);
        Assert.Equal(2, await province.ReadAsync(db => db.CvNumberRanges.CountAsync()));
    }

    private Task<Member> NewAsync(Guid cell) => province.RegisterAsync(Newcomers.Official(cell, ++people) with { CvNumber = null });

    private Task<Result<CvNumberRange>> AssignAsync(Guid organization, int first, int last, string letters = "NĐ") =>
        province.ActAsync<CvNumberRangeAssignment, CvNumberRange>(assignment => assignment.RunAsync(Range(organization, first, last, letters), CancellationToken.None));

    private static AssignCvNumberRangeInput Range(Guid organization, int first, int last, string letters) =>
        new() { OrganizationId = organization, Letters = letters, First = first, Last = last, Decision = Decision };

    private Task<Result<List<Member>>> GiveAsync(params Member[] members) => GiveAsync([.. members.Select(member => (member, (string?)null))]);

    private Task<Result<List<Member>>> GiveAsync(params (Member Member, string? Number)[] members) => province.ActAsync<CvNumberGiving, List<Member>>(giving => giving.RunAsync(
        new GiveCvNumbersInput
        {
            Members = [.. members.Select(one => new CvNumberInput { MemberId = one.Member.Id, ExpectedVersion = 1, Number = one.Number })],
        },
        CancellationToken.None));
}
