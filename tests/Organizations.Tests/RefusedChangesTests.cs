using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Ending;
using Modular.Organizations.Moving;
using Modular.Organizations.Register;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.HandOvers;
using Modular.Organizations.Tests.Reorganizing;
using Xunit;

namespace Modular.Organizations.Tests;

/// <summary>Changes of what somebody else changed meanwhile, and changes that two make at once, whatever they are about.</summary>
public sealed class RefusedChangesTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2024, 6, 3);
    private static readonly StaleVersion Stale = new(7, 1);
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_change_that_does_not_name_the_present_version_is_refused_and_changes_nothing()
    {
        var term = (await OpenAsync("2024-2029")).Value;
        var post = (await AssignAsync(term, CommitteePostKind.Secretary)).Value;
        var schemes = new Schemes(province);
        await schemes.CarryOutAsync(schemes.Scheme(new ReorganizationStepInput { Kind = ReorganizationStepKind.Move, OrganizationId = province.WestCommune, ParentId = province.East }));
        var minutes = await province.ReadAsync(db => db.HandOvers.SingleAsync());
        var drafted = (await schemes.DraftAsync(schemes.Scheme(new ReorganizationStepInput { Kind = ReorganizationStepKind.Rename, OrganizationId = province.Cell, Name = "Chi bộ xóm Đông" }))).Value;
        await schemes.AppraiseAsync(drafted);

        (await ActAsync<MovingAct, Organization>(act => act.RunAsync(
            new MoveOrganizationInput { Id = province.EastCommune, ExpectedVersion = 7, ParentId = province.West, EffectiveOn = Day, Decision = Province.Decision() }, default))).Refused(Stale);
        (await ActAsync<EndingAct, Organization>(act => act.RunAsync(
            new DissolveOrganizationInput { Id = province.Cell, ExpectedVersion = 7, EffectiveOn = Day, Decision = Province.Decision() }, default))).Refused(Stale);
        (await GiveAsync("36.01.001.077", version: 7)).Refused(Stale);
        (await ActAsync<CommitteeApproval, CommitteeTerm>(act => act.RunAsync(
            new ApproveCommitteeInput { TermId = term.Id, ExpectedVersion = 7, Decision = Province.Decision(Day) }, default))).Refused(Stale);
        (await ActAsync<PostEnding, CommitteePost>(act => act.RunAsync(
            new EndPostInput { Id = post.Id, ExpectedVersion = 7, EffectiveOn = new(2024, 6, 10), Reason = PostEndReason.Retired }, default))).Refused(Stale);
        (await ActAsync<HandOverSigning, HandOver>(act => act.RunAsync(
            new SignHandOverInput { Id = minutes.Id, ExpectedVersion = 7, Side = HandOverSide.Giving, SignedOn = Day, SignedBy = "Trần Văn An" }, default))).Refused(Stale);
        (await schemes.WithdrawAsync(drafted)).Refused(new StaleVersion(1, 2));
        (await schemes.DecideAsync(drafted, version: 1)).Refused(new StaleVersion(1, 2));

        Assert.Equal((1, 1), ((await province.ReadAsync(province.EastCommune)).Version, (await province.ReadAsync(province.Cell)).Version));
    }

    [Fact]
    public async Task A_code_is_given_once_in_its_form_below_that_of_the_superior_and_after_the_one_before()
    {
        await GiveAsync("36", province.Root, CodeScheme.Regulation208);
        await GiveAsync("36.168", province.East, CodeScheme.Regulation208);

        var problems = new List<string>();
        foreach (var (code, scheme, on) in new[]
        {
            ("mã 1", CodeScheme.Internal, Day), ("36.01", CodeScheme.Internal, Day), ("36.01.001.078", CodeScheme.Internal, new DateOnly(2024, 6, 16)),
            ("36.01.001.078", CodeScheme.Internal, Province.Founded), ("37.168.001", CodeScheme.Regulation208, Day), ("36.169.001", CodeScheme.Regulation208, Day),
        })
        {
            problems.AddRange((await GiveAsync(code, province.EastCommune, scheme, on)).Found());
        }

        Assert.Equal(
            [
                "CODE_HAS_WRONG_FORM at input.code", "CODE_WAS_GIVEN_BEFORE at input.code", "EFFECTIVE_DATE_IS_IN_THE_FUTURE at input.effectiveOn",
                "EFFECTIVE_DATE_IS_BEFORE_EARLIER_CHANGE at input.effectiveOn", "CODE_DOES_NOT_BEGIN_WITH_CODE_OF_SUPERIOR at input.code", "CODE_DOES_NOT_BEGIN_WITH_CODE_OF_SUPERIOR at input.code",
            ],
            problems);
        Assert.Equal("36.01.001", (await province.ReadAsync(province.EastCommune)).Code);
    }

    [Fact]
    public async Task Of_two_officers_at_once_one_opens_the_term_one_gives_the_last_seat_and_one_gives_the_code()
    {
        var terms = await Task.WhenAll(OpenAsync("2024-2029", size: 2), OpenAsync("2024-2029 (2)", size: 2));
        var term = Assert.Single(terms, result => result.Succeeded).Value;
        Assert.Equal(["EFFECTIVE_DATE_IS_BEFORE_EARLIER_CHANGE at input.effectiveOn"], Assert.Single(terms, result => !result.Succeeded).Found());
        Assert.Empty((await AssignAsync(term, CommitteePostKind.Secretary)).Found());

        var seats = await Task.WhenAll(AssignAsync(term, CommitteePostKind.Member), AssignAsync(term, CommitteePostKind.Member));
        Assert.Equal(["COMMITTEE_IS_FULL at input.post"], Assert.Single(seats, result => !result.Succeeded).Found());

        var codes = await Task.WhenAll(GiveAsync("36.01.001.079"), GiveAsync("36.01.001.079", province.WestCommune));
        Assert.Equal(["CODE_WAS_GIVEN_BEFORE at input.code"], Assert.Single(codes, result => !result.Succeeded).Found());
    }

    private Task<Result<T>> ActAsync<TAct, T>(Func<TAct, Task<Result<T>>> run)
        where TAct : notnull => province.ActAsync(run);

    private Task<Result<Organization>> GiveAsync(string code, Guid? id = null, CodeScheme scheme = CodeScheme.Internal, DateOnly? on = null, int? version = null) =>
        ActAsync<CodingAct, Organization>(async act => await act.RunAsync(
            new AssignOrganizationCodeInput
            {
                Id = id ?? province.Cell,
                ExpectedVersion = version ?? (await province.ReadAsync(id ?? province.Cell)).Version,
                Scheme = scheme,
                Code = code,
                EffectiveOn = on ?? Day,
            },
            CancellationToken.None));

    private Task<Result<CommitteeTerm>> OpenAsync(string number, int size = 8) => ActAsync<TermOpening, CommitteeTerm>(act => act.RunAsync(
        new OpenCommitteeTermInput { OrganizationId = province.EastCommune, Number = number, EffectiveOn = Day, CommitteeSize = size }, CancellationToken.None));

    private Task<Result<CommitteePost>> AssignAsync(CommitteeTerm term, CommitteePostKind post) => ActAsync<PostAssignment, CommitteePost>(act => act.RunAsync(
        new AssignPostInput { TermId = term.Id, MemberId = Guid.NewGuid(), Post = post, Basis = PostBasis.Elected, EffectiveOn = Day }, CancellationToken.None));
}
