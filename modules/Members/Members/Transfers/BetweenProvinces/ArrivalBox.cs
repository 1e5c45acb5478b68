using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>
/// A box of an introduction paper that came from another province (ô trên giấy giới thiệu). Those of the province that sent it say what the paper says; those of this province are signed here on the way
/// down to the cell, each with the next number in the register of its organization (MEM-25, MEM-26). The last, that of the cell, bears no number.
/// </summary>
internal sealed class ArrivalBox : IProvinceOwned
{
    private ArrivalBox()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>The paper.</summary>
    public Guid ArrivalId { get; private set; }

    /// <summary>The place on the paper, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>Whether the organization introduces or receives.</summary>
    public TransferSide Side { get; private set; }

    /// <summary>The organization of this province that signs.</summary>
    public Guid? OrganizationId { get; private set; }

    /// <summary>The organization of the other province that signed, by its name there.</summary>
    public string? OrganizationName { get; private set; }

    /// <summary>The year of its register of introductions.</summary>
    public int? RegisterYear { get; private set; }

    /// <summary>The number there, counted from 1 each year; never given twice.</summary>
    public int? RegisterNumber { get; private set; }

    /// <summary>When it signed; null while it has not.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who signed: secretary, deputy secretary, member of the standing committee, head of the organization board (MEM-27). Of the other province the paper's letter does not say it.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>A box that was signed in the other province.</summary>
    public static ArrivalBox Signed(Guid arrivalId, int ordinal, PaperBox box) => new()
    {
        Id = Guid.CreateVersion7(),
        ArrivalId = arrivalId,
        Ordinal = ordinal,
        Side = TransferSide.Introducing,
        OrganizationName = box.Organization,
        RegisterYear = box.Year,
        RegisterNumber = box.Number,
        SignedOn = box.SignedOn,
    };

    /// <summary>An empty box of an organization here.</summary>
    public static ArrivalBox Of(Guid arrivalId, int ordinal, Guid organizationId) => new()
    {
        Id = Guid.CreateVersion7(),
        ArrivalId = arrivalId,
        Ordinal = ordinal,
        Side = TransferSide.Receiving,
        OrganizationId = organizationId,
    };

    /// <summary>Another organization is to sign.</summary>
    public void PassTo(Guid organizationId) => OrganizationId = organizationId;

    /// <summary>Signs the box.</summary>
    public void Sign(DateOnly on, string? signedBy)
    {
        SignedOn = on;
        SignedBy = signedBy;
    }

    /// <summary>Enters it into the register of the organization.</summary>
    public void Enter(int year, int number)
    {
        RegisterYear = year;
        RegisterNumber = number;
    }
}
