using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>A paper from another province that is to be changed.</summary>
internal sealed record ChangedArrivalInput
{
    /// <summary>The paper.</summary>
    [GraphQL.CodeFirst.ID("Arrival")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>A paper with its place in the input.</summary>
/// <param name="Arrival">The paper.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record OpenedArrival(Arrival Arrival, string Field);

/// <summary>Opens papers from other provinces for a change.</summary>
internal sealed class ArrivalRules(TransferPapers papers)
{
    /// <summary>Whether a paper may be laid before an organization: a cell that takes members in, or a committee that finds the cell.</summary>
    public static bool MayReceive(OrganizationSummary organization, DateOnly today) => OrganizationKinds.HoldsMembers(organization.Kind)
        ? organization.TakesMembersOn(today)
        : organization.ExistedOn(today) && organization.Kind != OrganizationKinds.PartyGroup;

    /// <summary>The papers in the order asked, each under way and before an organization at which the user may act, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The papers with the versions that the user read.</param>
    /// <param name="path">Where the list, or the one paper, stands in the input.</param>
    /// <param name="isList">Whether the places in the list belong to the path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<List<OpenedArrival>>> OpenAsync(
        MembersDbContext db, IReadOnlyList<ChangedArrivalInput> asked, string path, bool isList, CancellationToken cancellationToken)
    {
        var opened = await OpenUnsettledAsync(db, asked, path, isList, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var problems = new List<Problem>();
        foreach (var one in opened.Value)
        {
            if (!await MayActAsync(db, one.Arrival, cancellationToken))
                problems.Add(new MemberIsOutOfYourReach { Field = $"{one.Field}.id" });
        }

        return problems.Count > 0 ? problems : opened;
    }

    /// <summary>The papers in the order asked, each under way, or every reason against it. Where the user may act is asked elsewhere.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The papers with the versions that the user read.</param>
    /// <param name="path">Where the list, or the one paper, stands in the input.</param>
    /// <param name="isList">Whether the places in the list belong to the path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Result<List<OpenedArrival>>> OpenUnsettledAsync(
        MembersDbContext db, IReadOnlyList<ChangedArrivalInput> asked, string path, bool isList, CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.Id).ToArray();
        if (ids.Length is 0 or > RequestTransfersInput.Most || ids.Distinct().Count() != ids.Length)
            return Unfit(path);
        var found = await db.Arrivals.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var problems = new List<Problem>();
        var opened = new List<OpenedArrival>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = isList ? $"{path}.{index}" : path;
            if (!found.TryGetValue(asked[index].Id, out var arrival))
                problems.Add(new NotFound("Arrival") { Field = $"{place}.id" });
            else if (arrival.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, arrival.Version) { Field = $"{place}.expectedVersion" });
            else if (arrival.State != ArrivalState.Arrived)
                problems.Add(new ArrivalIsSettled(arrival.State) { Field = $"{place}.id" });
            else
                opened.Add(new OpenedArrival(arrival, place));
        }

        if (problems.Count > 0)
            return problems;
        foreach (var one in opened)
            db.Entry(one.Arrival).Property(row => row.Version).IsModified = true;
        return opened;
    }

    private async Task<bool> MayActAsync(MembersDbContext db, Arrival arrival, CancellationToken cancellationToken) => arrival.ReceiverId is { } receiver
        ? await papers.MayActAtAsync(db, receiver, cancellationToken)
        : db.Access.ScopeOf(Contracts.MembersPermissions.Transfer).CoversProvince;

    private static InvalidInput Unfit(string path)
    {
        var text = new LocalizedText(
            $"Phải nêu từ 1 đến {RequestTransfersInput.Most} giấy giới thiệu, mỗi giấy một lần.",
            $"Name between 1 and {RequestTransfersInput.Most} papers, each once.");
        return new InvalidInput(text) { Field = path };
    }
}
