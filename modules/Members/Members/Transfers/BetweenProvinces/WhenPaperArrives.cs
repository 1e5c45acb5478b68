using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Lays a paper of another province before the organization that it names, or before the province's own, which directs it.</summary>
internal sealed class WhenPaperArrives(IWrite<MembersDbContext> write, ILettersBetweenProvinces letters, IOrganizationDirectory directory, TransferRoutes routes) : IEventHandler<PaperArrived>
{
    /// <inheritdoc />
    public Task HandleAsync(PaperArrived happened, EventContext context, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => LayBeforeAsync(db, happened, ct), cancellationToken);

    private async Task<Result<int>> LayBeforeAsync(MembersDbContext db, PaperArrived happened, CancellationToken cancellationToken)
    {
        // Taken back before anybody here saw it.
        if (await letters.ReadAsync(happened.LetterId, cancellationToken) is not { } content)
            return 0;
        var paper = Letter.PaperOf(content);
        var from = (await letters.AddresseesAsync("members", cancellationToken)).FirstOrDefault(province => province.Id.Value == happened.FromProvince);
        var receiverId = await ReceiverAsync(db, paper, cancellationToken);
        var arrival = Arrival.Of(happened.LetterId, from?.VietnameseName ?? paper.IntroducedBy, paper, receiverId);
        db.Arrivals.Add(arrival);
        var signed = paper.Boxes.Select((box, index) => ArrivalBox.Signed(arrival.Id, index + 1, box)).ToList();
        db.ArrivalBoxes.AddRange(signed);
        if (receiverId is { } receiver)
            new ArrivalPaper(arrival, signed, "").LayOut(db, await routes.PlanReceivingAsync(receiver, db.Today, cancellationToken));
        return 1;
    }

    private async Task<Guid?> ReceiverAsync(MembersDbContext db, PaperWords paper, CancellationToken cancellationToken)
    {
        if (paper.DestinationCode is { } code
            && (await directory.FindByCodeAsync([code], db.Today, cancellationToken)).GetValueOrDefault(code) is { } named
            && ArrivalRules.MayReceive(named, db.Today))
        {
            return named.Id;
        }

        return await db.Database.SqlQuery<Guid?>(
            $"""
            select organization_id as "Value" from kernel.organization_tree
            where province_id = {db.Province.Value} and depth = 0 and valid @> {db.Today} order by kind <> {OrganizationKinds.Provincial}, path limit 1
            """).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Nothing is to be done about a paper any more that the sending province took back.</summary>
internal sealed class WhenPaperIsRecalled(IWrite<MembersDbContext> write) : IEventHandler<PaperRecalled>
{
    /// <inheritdoc />
    public Task HandleAsync(PaperRecalled happened, EventContext context, CancellationToken cancellationToken) => write.RunAsync<int>(
        async (db, ct) =>
        {
            var arrival = await db.Arrivals.SingleOrDefaultAsync(row => row.Id == happened.LetterId, ct);
            arrival?.Close(ArrivalState.Recalled, db.Today, null);
            return arrival is null ? 0 : 1;
        },
        cancellationToken);
}
