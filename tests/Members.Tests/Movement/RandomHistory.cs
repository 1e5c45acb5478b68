using Modular.Kernel.Organizations;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Registration;
using Modular.Members.Tests.Transfers;
using Modular.Members.Transfers;
using Xunit;

namespace Modular.Members.Tests.Movement;

/// <summary>
/// Two and a half years of a small province as chance has it: admissions, arrivals, transfers of every kind, some of which come back, deaths, removals,
/// restorations, and cells that come under another commune. Acts that rules refuse belong to it; nothing changes by them.
/// </summary>
internal sealed class RandomHistory(SmallProvince province, int seed)
{
    private readonly Random chance = new(seed);
    private readonly TransferDesk desk = new(province);
    private readonly List<Guid> people = [];
    private int number = seed * 1000;
    private DateOnly day = new(2022, 1, 4);

    private Guid[] Cells => [province.FirstCell, province.SecondCell, province.WestCell];

    /// <summary>How many acts were done, by what they were.</summary>
    public Dictionary<string, int> Done { get; } = [];

    public async Task RunAsync(int acts)
    {
        for (var act = 0; act < acts && day < SmallProvince.Today.AddDays(-40); act++)
        {
            day = day.AddDays(chance.Next(0, 25));
            await ActAsync(act < 6 ? 0 : chance.Next(0, 13));
        }
    }

    private async Task ActAsync(int which)
    {
        var (name, succeeded) = which switch
        {
            0 or 1 => ("arrive", await RegisterAsync(Newcomers.Official(Cell(), ++number) with { Since = day })),
            2 or 3 => ("admit", await RegisterAsync(Newcomers.Probationary(Cell(), ++number) with
            {
                Since = day,
                Membership = new MembershipDates { AdmissionDecidedOn = day.AddDays(-10), CeremonyOn = day },
                CvNumber = null,
            })),
            4 => ("die", await ChangeAsync(MembershipStatus.Deceased)),
            5 => ("remove", await ChangeAsync(MembershipStatus.NameRemoved)),
            6 => ("restore or come back", await ChangeAsync(MembershipStatus.Official)),
            7 => ("reorganize", await ReorganizeAsync()),
            8 => ("leave", await TransferAsync(request => request with { DestinationId = null, DestinationName = "Đảng bộ tỉnh Thái Bình" })),
            9 => ("lend", await TransferAsync(request => request with { Kind = TransferKind.Temporary, TemporaryUntil = day.AddMonths(5) })),
            10 => ("move within", await TransferAsync(request => request with { Kind = TransferKind.Internal })),
            _ => ("move", await TransferAsync(request => request)),
        };
        if (succeeded)
            Done[name] = Done.GetValueOrDefault(name) + 1;
    }

    private Guid Cell() => Cells[chance.Next(Cells.Length)];

    private async Task<bool> RegisterAsync(RegisterMemberInput input)
    {
        var registered = await province.ActAsync<MemberRegistration, Member>(act => act.RunAsync(input, CancellationToken.None));
        if (registered.Succeeded)
            people.Add(registered.Value.Id);
        return registered.Succeeded;
    }

    private Task<Member> SomebodyAsync() => province.ReadAsync(people[chance.Next(people.Count)]);

    private async Task<bool> ChangeAsync(MembershipStatus status)
    {
        var member = await SomebodyAsync();
        return (await province.ActAsync<MemberStatusChange, Member>(act => act.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = member.Version,
                Status = status,
                EffectiveOn = day,
                Decision = new MemberDecisionInput { Number = "9-QĐ/HU", DecidedOn = day.AddDays(-1) },
            },
            CancellationToken.None))).Succeeded;
    }

    /// <summary>A whole transfer, or one that comes to nothing on its way.</summary>
    private async Task<bool> TransferAsync(Func<RequestTransfersInput, RequestTransfersInput> kind)
    {
        var member = await SomebodyAsync();
        var requested = await desk.RequestAsync(kind(desk.Request(member) with
        {
            ChangedOn = day.AddDays(-5),
            On = day,
            DestinationId = Cell(),
            SelfReviewYear = day.Year - 1,
            Decision = new MemberDecisionInput { Number = "15-QĐ/HU", DecidedOn = day.AddDays(-6) },
        }));
        if (!requested.Succeeded)
            return false;
        var transfer = requested.Value[0];
        var introduced = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, day)))[0];
        if (chance.Next(5) == 0)
            return (await desk.CloseAsync(act => act.WithdrawAsync(TransferDesk.Closing(introduced, day.AddDays(1)), CancellationToken.None))).Succeeded;
        var on = day.AddDays(chance.Next(0, 30));
        if (introduced.DestinationId is not null && await desk.SignAsync(TransferDesk.Signing(introduced, on)) is { Succeeded: true } received)
            introduced = received.Value[0];
        return (await desk.AcceptAsync(TransferDesk.Acceptance(introduced, on) with { LateReason = "Ốm." })).Succeeded;
    }

    private async Task<bool> ReorganizeAsync()
    {
        var cell = Cell();
        var commune = chance.Next(2) == 0 ? province.EastCommune : province.WestCommune;
        await using var scope = province.Database.Enter();
        var tree = scope.Get<IOrganizationTree>();
        var place = await tree.FindAsync(cell, day, CancellationToken.None);
        if (place?.ParentId == commune)
            return false;
        day = day.AddDays(1);
        var moved = await scope.Write<MembersDbContext>().RunAsync<bool>(
            async (_, ct) =>
            {
                await scope.Get<IOrganizationTreeWriter>().MoveAsync(cell, commune, day, ct);
                return true;
            },
            CancellationToken.None);
        return Assert.Single([moved.Value]);
    }
}
