using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Papers that another organization of the province is to deal with.</summary>
internal sealed record DirectArrivalsInput
{
    /// <summary>The papers, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedArrivalInput> Arrivals { get; init; }

    /// <summary>The committee that finds the cell, or the cell itself.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }
}

[MutationType]
internal static class DirectArrivals
{
    /// <summary>
    /// Directs papers from another province to the committee or cell that is to take the members in (giới thiệu tiếp đến cấp ủy, chi bộ tiếp nhận), by whoever may act for
    /// both: the committee above. The boxes that nobody has signed are those of the way down to it from then on; they are signed by <c>signArrivals</c>.
    /// </summary>
    [Requires(MembersPermissions.Transfer)]
    [Error<MemberIsOutOfYourReach>]
    [Error<ArrivalIsSettled>]
    [Error<OrganizationTakesNobodyIn>]
    [Error<ReceiverIsOutOfYourReach>]
    public static Task<Result<List<Arrival>>> DirectArrivalsAsync(DirectArrivalsInput input, ArrivalDirecting directing, CancellationToken cancellationToken) =>
        directing.RunAsync(input, cancellationToken);
}

/// <summary>Directs papers within the province.</summary>
internal sealed class ArrivalDirecting(IWrite<MembersDbContext> write, ArrivalRules rules, TransferPapers papers, TransferRoutes routes, IOrganizationDirectory directory)
{
    public Task<Result<List<Arrival>>> RunAsync(DirectArrivalsInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => DirectAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Arrival>>> DirectAsync(MembersDbContext db, DirectArrivalsInput input, CancellationToken cancellationToken)
    {
        const string Field = "input.organizationId";
        var opened = await rules.OpenAsync(db, input.Arrivals, "input.arrivals", isList: true, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        if ((await directory.FindAsync([input.OrganizationId], db.Today, cancellationToken)).GetValueOrDefault(input.OrganizationId) is not { } receiver)
            return new NotFound("Organization") { Field = Field };
        if (!ArrivalRules.MayReceive(receiver, db.Today))
            return new OrganizationTakesNobodyIn(receiver.Name) { Field = Field };
        if (!await papers.MayActAtAsync(db, receiver.Id, cancellationToken))
            return new ReceiverIsOutOfYourReach(receiver.Name) { Field = Field };
        var way = await routes.PlanReceivingAsync(receiver.Id, db.Today, cancellationToken);
        foreach (var paper in await ArrivalPaper.ReadAsync(db, opened.Value, cancellationToken))
        {
            paper.Arrival.Direct(receiver.Id);
            paper.LayOut(db, way);
        }

        return opened.Value.Select(one => one.Arrival).ToList();
    }
}
