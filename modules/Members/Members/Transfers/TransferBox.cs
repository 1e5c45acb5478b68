using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>
/// A box of an introduction paper (ô trên giấy giới thiệu): an organization that introduces the member onwards, with the number in its register
/// of introductions (MEM-25, MEM-26). The last box, that of the receiving cell, bears no number.
/// </summary>
internal sealed class TransferBox : IProvinceOwned
{
    private TransferBox()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The transfer.</summary>
    public Guid TransferId { get; private set; }

    /// <summary>The place on the paper, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Whether the organization introduces or receives.</summary>
    public TransferSide Side { get; private set; }

    /// <summary>The organization of this province that signs.</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>The organization of another province that signed, by its name there; both sides see the whole paper once it was accepted or returned.</summary>
    public string? OrganizationName { get; private set; }

    /// <summary>The year of its register of introductions.</summary>
    public int? RegisterYear { get; private set; }

    /// <summary>The number there, counted from 1 each year; never given twice.</summary>
    public int? RegisterNumber { get; private set; }

    /// <summary>When it signed; null while it has not.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who signed: secretary, deputy secretary, member of the standing committee, head of the organization board (MEM-27).</summary>
    public string? SignedBy { get; private set; }

    /// <summary>The member of the register who signed; null where the paper names somebody only.</summary>
    public Guid? SignerId { get; private set; }

    /// <summary>The post that the signer held in the committee of the organization on that day.</summary>
    public CommitteePostKind? SignerPost { get; private set; }

    /// <summary>An empty box.</summary>
    public static TransferBox Of(Guid transferId, int ordinal, TransferSide side, Guid organizationId) => new()
    {
        Id = Guid.CreateVersion7(),
        TransferId = transferId,
        Ordinal = ordinal,
        Side = side,
        OrganizationId = organizationId,
    };

    /// <summary>A box that was signed in another province: the paper shows organization, number and day.</summary>
    public static TransferBox SignedElsewhere(Guid transferId, int ordinal, PaperBox box) => new()
    {
        Id = Guid.CreateVersion7(),
        TransferId = transferId,
        Ordinal = ordinal,
        Side = TransferSide.Receiving,
        OrganizationName = box.Organization,
        RegisterYear = box.Year,
        RegisterNumber = box.Number,
        SignedOn = box.SignedOn,
    };

    /// <summary>Another organization took the place of the one that was to sign.</summary>
    public void PassTo(Guid successor) => OrganizationId = successor;

    /// <summary>Signs the box.</summary>
    public void Sign(DateOnly on, string? signedBy, PaperSigner? signer)
    {
        SignedOn = on;
        SignedBy = signedBy;
        SignerId = signer?.MemberId;
        SignerPost = OrganizationId is { } place ? signer?.PostIn(place) : null;
    }

    /// <summary>Enters it into the register of the organization.</summary>
    public void Enter(int year, int number)
    {
        RegisterYear = year;
        RegisterNumber = number;
    }
}
