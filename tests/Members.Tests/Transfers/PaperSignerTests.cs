using Modular.Members.Transfers;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>Who signs introduction papers, on 15 June 2024.</summary>
public sealed class PaperSignerTests : IAsyncLifetime
{
    private static readonly DateOnly Signed = new(2024, 4, 26);
    private readonly SmallProvince province = new();
    private TransferDesk desk = null!;
    private Transfer transfer = null!;

    public async ValueTask InitializeAsync()
    {
        await province.InitializeAsync();
        desk = new TransferDesk(province);
        transfer = await desk.RequestedAsync(desk.Request(await province.RegisterAsync(province.NewOfficialMember())));
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_signer_of_the_register_holds_one_of_the_posts_there_on_that_day()
    {
        var secretary = await HoldingAsync(province.FirstCell, "SECRETARY", new DateOnly(2024, 4, 1));
        var late = await HoldingAsync(province.FirstCell, "DEPUTY_SECRETARY", new DateOnly(2024, 5, 2));
        var plain = await HoldingAsync(province.FirstCell, "MEMBER", new DateOnly(2024, 4, 1));
        var nobody = await province.RegisterAsync(province.NewOfficialMember());

        var refused = new SignerHoldsNoSuchPost("Chi bộ xóm 1") { Field = "input.signedByMemberId" };
        foreach (var signer in new[] { nobody.Id, plain, late, Guid.CreateVersion7() })
            Assert.Equal([refused], (await desk.SignAsync(Signing(signer))).Problems);
        Assert.Equal(
            [new SignerHoldsNoSuchPost("Đảng bộ xã Giao Hà") { Field = "input.signedByMemberId" }], (await desk.SignAsync(Signing(secretary) with { AllInReach = true })).Problems);

        TransferDesk.Value(await desk.SignAsync(Signing(secretary)));
        Assert.Equal(
            $"{secretary} {CommitteePostKind.Secretary} Nguyễn Văn Ký",
            await province.ReadAsync(db => Task.FromResult(db.TransferBoxes.Where(box => box.TransferId == transfer.Id && box.Ordinal == 1).AsEnumerable()
                .Select(box => $"{box.SignerId} {box.SignerPost} {box.SignedBy}").Single())));
    }

    [Fact]
    public async Task A_name_alone_is_taken_until_the_province_says_otherwise_and_by_boards_always()
    {
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values ($1, gen_random_uuid(), 'members.paper-signers', daterange('2024-04-26', null), '{"namesSuffice": false, "boardsSignAt": ["PROVINCIAL", "GRASSROOTS_COMMITTEE"]}', 'Test', now(), 'test')
            """,
            TestProvinces.NamDinh.Id.Value);
        var refused = await desk.SignAsync(Signing(null));
        var before = await desk.SignAsync(Signing(null) with { On = Signed.AddDays(-1) });

        Assert.Equal([new SignerIsNamedByTheRegister("Chi bộ xóm 1") { Field = "input.signedByMemberId" }], refused.Problems);
        var board = await desk.SignAsync(Signing(null) with { Transfers = [TransferDesk.Changing(Assert.Single(TransferDesk.Value(before)))] });
        Assert.Equal([], board.Problems);
    }

    private SignTransfersInput Signing(Guid? signer) => TransferDesk.Signing(transfer, Signed) with { SignedByMemberId = signer, AllInReach = false };

    // A member of the committee of a cell, as the Organizations module keeps it.
    private async Task<Guid> HoldingAsync(Guid organization, string post, DateOnly from)
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            with term as (
                insert into organizations.committee_term (province_id, id, version, organization_id, number, valid, is_appointed, committee_size, standing_size)
                values ($1, $2, 1, $2, '2022-2025', daterange('2022-06-01', null), false, 7, 0) on conflict (province_id, id) do nothing)
            insert into organizations.committee_post (province_id, id, version, term_id, organization_id, member_id, post, post_rank, basis, valid)
            values ($1, gen_random_uuid(), 1, $2, $2, $3, $4, 0, 'ELECTED', daterange($5, null))
            """,
            TestProvinces.NamDinh.Id.Value, organization, member.Id, post, from);
        return member.Id;
    }
}
