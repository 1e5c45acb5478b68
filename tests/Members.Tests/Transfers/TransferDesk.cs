using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>Does the acts of transfers in the small province, with every right unless somebody is named.</summary>
internal sealed class TransferDesk(SmallProvince province)
{
    public static DateOnly Changed { get; } = new(2024, 3, 1);

    public static MemberDecisionInput Decision { get; } = new() { Number = "15-QĐ/HU", DecidedOn = new DateOnly(2024, 2, 20) };

    /// <summary>A request that breaks no rule: from the cell of the member to that of the other commune.</summary>
    public RequestTransfersInput Request(params IEnumerable<Member> members) => new()
    {
        Members = [.. members.Select(member => new TransferredMemberInput { MemberId = member.Id, ExpectedVersion = member.Version })],
        Kind = TransferKind.Official,
        Cause = TransferCause.Residence,
        ChangedOn = Changed,
        On = new DateOnly(2024, 4, 1),
        DestinationId = province.WestCell,
        Decision = Decision,
        SelfReviewYear = 2023,
    };

    public Task<Result<List<Transfer>>> RequestAsync(RequestTransfersInput input, ICurrentAccess? access = null) =>
        ActAsync<TransferRequests, List<Transfer>>(access, act => act.RunAsync(input, CancellationToken.None));

    public Task<Result<List<Transfer>>> SignAsync(SignTransfersInput input, ICurrentAccess? access = null) =>
        ActAsync<TransferSigning, List<Transfer>>(access, act => act.RunAsync(input, CancellationToken.None));

    public Task<Result<List<Transfer>>> AcceptAsync(AcceptTransfersInput input, ICurrentAccess? access = null) =>
        ActAsync<TransferAcceptance, List<Transfer>>(access, act => act.RunAsync(input, CancellationToken.None));

    public Task<Result<Transfer>> CloseAsync(Func<TransferClosing, Task<Result<Transfer>>> run, ICurrentAccess? access = null) =>
        ActAsync(access, run);

    public Task<Result<TResult>> ActAsync<TAct, TResult>(ICurrentAccess? access, Func<TAct, Task<Result<TResult>>> run)
        where TAct : notnull => province.ActAsync(access ?? new SystemAccess("test"), run);

    /// <summary>Signs all boxes of one side.</summary>
    public static SignTransfersInput Signing(Transfer transfer, DateOnly on, ICurrentAccess? access = null) => new()
    {
        Transfers = [Changing(transfer)],
        On = on,
        SignedBy = "Nguyễn Văn Ký",
        DuesPaidThrough = on,
        AllInReach = true,
    };

    public static AcceptTransfersInput Acceptance(Transfer transfer, DateOnly on) => new() { Transfers = [Changing(transfer)], On = on, SignedBy = "Lê Thị Nhận" };

    public static WithdrawTransferInput Closing(Transfer transfer, DateOnly on, string reason = "Thay đổi quyết định.") =>
        new() { Id = transfer.Id, ExpectedVersion = transfer.Version, On = on, Reason = reason };

    public static ChangedTransferInput Changing(Transfer transfer) => new() { Id = transfer.Id, ExpectedVersion = transfer.Version };

    /// <summary>A request that was made.</summary>
    public async Task<Transfer> RequestedAsync(RequestTransfersInput input) => Assert.Single(Value(await RequestAsync(input)));

    /// <summary>A transfer whose paper is complete on the introducing side.</summary>
    public async Task<Transfer> IntroducedAsync(RequestTransfersInput input, DateOnly on) =>
        Assert.Single(Value(await SignAsync(Signing(await RequestedAsync(input), on))));

    /// <summary>A transfer that was accepted by the destination, a cell.</summary>
    public async Task<Transfer> AcceptedAsync(RequestTransfersInput input, DateOnly introducedOn, DateOnly acceptedOn)
    {
        var transfer = await IntroducedAsync(input, introducedOn);
        if (input.Kind != TransferKind.Internal && input.DestinationId is not null)
            transfer = Assert.Single(Value(await SignAsync(Signing(transfer, acceptedOn))));
        return Assert.Single(Value(await AcceptAsync(Acceptance(transfer, acceptedOn) with { LateReason = "Ốm." })));
    }

    public static T Value<T>(Result<T> result)
    {
        Assert.Equal([], result.Problems);
        return result.Value;
    }

    /// <summary>The boxes of a transfer, as <c>1 INTRODUCING Chi bộ xóm 1: 1/2024 on 2024-05-02</c>.</summary>
    public Task<string[]> BoxesAsync(Transfer transfer) => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select array_agg(format('%s %s %s: %s/%s on %s', box.ordinal, box.side, place.name, box.register_number, box.register_year, box.signed_on) order by box.ordinal)
        from members.transfer_box as box
        join organizations.organization as place on place.province_id = box.province_id and place.id = box.organization_id
        where box.transfer_id = $1
        """,
        transfer.Id);

    /// <summary>The names of the problems with their places, as <c>TRANSFER_IS_OPEN_ALREADY input.members.0.memberId</c>.</summary>
    public static string[] Problems<T>(Result<T> result) => [.. result.Problems.Select(problem => $"{problem.Code} {problem.Field}")];
}
