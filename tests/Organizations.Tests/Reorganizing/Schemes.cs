using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.Due;
using Modular.Organizations.Reorganizing.Planning;
using Modular.TestKit.Databases;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>What tests do with schemes of the small province.</summary>
internal sealed class Schemes(Province province)
{
    private static readonly SystemAccess Everything = new("board");

    /// <summary>The day on which schemes take effect where a test says nothing else: two weeks before today.</summary>
    public static DateOnly Day { get; } = new(2024, 6, 1);

    public DraftReorganizationInput Scheme(params ReorganizationStepInput[] steps) => new()
    {
        SuperiorId = province.Root,
        Title = "Sắp xếp tổ chức đảng",
        EffectiveOn = Day,
        Steps = steps,
    };

    public Task<Result<Reorganization>> DraftAsync(DraftReorganizationInput input, ICurrentAccess? access = null) =>
        province.ActAsync<ReorganizationDrafting, Reorganization>(access ?? Everything, drafting => drafting.DraftAsync(input, CancellationToken.None));

    /// <summary>Writes a scheme anew, a minute later.</summary>
    public Task<Result<Reorganization>> ReviseAsync(Reorganization scheme, params ReorganizationStepInput[] steps)
    {
        province.Clock.Gone += TimeSpan.FromMinutes(1);
        return province.ActAsync<ReorganizationDrafting, Reorganization>(drafting => drafting.ReviseAsync(
            new ReviseReorganizationInput
            {
                Id = scheme.Id,
                ExpectedVersion = scheme.Version,
                Title = scheme.Title,
                EffectiveOn = scheme.EffectiveOn,
                Steps = steps,
            },
            CancellationToken.None));
    }

    public Task<Result<Reorganization>> AppraiseAsync(Reorganization scheme) =>
        province.ActAsync<ReorganizationAppraisal, Reorganization>(appraisal => appraisal.RunAsync(
            new AppraiseReorganizationInput
            {
                Id = scheme.Id,
                ExpectedVersion = scheme.Version,
                AppraisedOn = province.Clock.Day,
                AppraisedBy = "Ban Tổ chức Tỉnh ủy",
            },
            CancellationToken.None));

    public Task<Result<Reorganization>> DecideAsync(Reorganization scheme, int? version = null, ICurrentAccess? access = null) =>
        province.ActAsync<ReorganizationDeciding, Reorganization>(access ?? Everything, deciding => deciding.RunAsync(
            new DecideReorganizationInput
            {
                Id = scheme.Id,
                ExpectedVersion = version ?? scheme.Version,
                Number = "1533-QĐ/TU",
                DecidedOn = new(2024, 5, 20),
                Authority = "Ban Thường vụ Tỉnh ủy",
            },
            CancellationToken.None));

    public Task<Result<Reorganization>> WithdrawAsync(Reorganization scheme) =>
        province.ActAsync<ReorganizationWithdrawal, Reorganization>(withdrawal => withdrawal.RunAsync(
            new WithdrawReorganizationInput { Id = scheme.Id, ExpectedVersion = scheme.Version, Reason = "Chưa phù hợp" }, CancellationToken.None));

    /// <summary>A scheme that is drafted and appraised.</summary>
    public async Task<Reorganization> AppraisedAsync(DraftReorganizationInput input) =>
        (await AppraiseAsync((await DraftAsync(input)).Value)).Value;

    /// <summary>Drafts, has appraised, and decides.</summary>
    public async Task<Result<Reorganization>> CarryOutAsync(DraftReorganizationInput input) => await DecideAsync(await AppraisedAsync(input));

    public async Task<ReorganizationPlan?> PlanAsync(Reorganization scheme, ICurrentAccess? access = null)
    {
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, access ?? Everything);
        return await scope.Get<ReorganizationPlanning>().PlanAsync(scheme.Id, CancellationToken.None);
    }

    /// <summary>Lets a day come and carries out what is due.</summary>
    /// <returns>How many reorganizations took effect.</returns>
    public async Task<int> ComesAsync(DateOnly day)
    {
        province.Clock.Day = day;
        await using var scope = province.Database.Enter();
        return await scope.Get<ReorganizationsDue>().RunAsync(TestProvinces.NamDinh, CancellationToken.None);
    }
}
