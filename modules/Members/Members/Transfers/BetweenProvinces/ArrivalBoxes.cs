using Modular.Members.Data;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>Who may sign boxes of papers from other provinces, their signatures, and what the other province is told of them.</summary>
internal sealed class ArrivalBoxes(TransferPapers papers, IOrganizationDirectory directory)
{
    /// <summary>Those organizations of unsigned boxes for which the user may sign.</summary>
    public async Task<IReadOnlySet<Guid>> InReachAsync(MembersDbContext db, IEnumerable<ArrivalPaper> read, CancellationToken cancellationToken)
    {
        var inReach = new HashSet<Guid>();
        foreach (var organizationId in read.SelectMany(paper => paper.Unsigned).Select(box => box.OrganizationId!.Value).Distinct())
        {
            if (await papers.MayActAtAsync(db, organizationId, cancellationToken))
                inReach.Add(organizationId);
        }

        return inReach;
    }

    /// <summary>It is the turn of this box, for whose organization the user may not sign.</summary>
    public async Task<AnotherOrganizationSignsNow> NotNowAsync(MembersDbContext db, ArrivalBox box, CancellationToken cancellationToken) =>
        new(await papers.NameOfAsync(db, box.OrganizationId!.Value, cancellationToken));

    /// <summary>Signs the box of a committee and enters it into the register there.</summary>
    public static async Task SignAsync(MembersDbContext db, ArrivalBox box, DateOnly on, string? signedBy, CancellationToken cancellationToken)
    {
        box.Sign(on, signedBy);
        box.Enter(on.Year, await IntroductionRegister.NextAsync(db, box.OrganizationId!.Value, on.Year, cancellationToken));
    }

    /// <summary>What the sending province is told of the boxes that were signed here: committee, number and day, and no more.</summary>
    public async Task<IReadOnlyList<PaperBox>> TellAsync(MembersDbContext db, ArrivalPaper paper, CancellationToken cancellationToken)
    {
        var signed = paper.Boxes.FindAll(box => box is { Side: TransferSide.Receiving, SignedOn: not null });
        var names = await directory.FindAsync([.. signed.Select(box => box.OrganizationId!.Value).Distinct()], db.Today, cancellationToken);
        return
        [
            .. signed.Select(box => new PaperBox
            {
                Organization = names[box.OrganizationId!.Value].Name,
                Year = box.RegisterYear,
                Number = box.RegisterNumber,
                SignedOn = box.SignedOn!.Value,
            }),
        ];
    }
}
