using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Organizations.Reorganizing.HandOvers;

/// <summary>Minutes of handing over (biên bản bàn giao) that the organization which gives and the one which receives sign (ORG-22).</summary>
internal sealed class HandOver : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public int Version { get; private set; }

    public required Guid ReorganizationId { get; init; }

    public required Guid SuperiorId { get; init; }

    public required Guid GivingId { get; init; }

    public required Guid ReceivingId { get; init; }

    public required DateOnly EffectiveOn { get; init; }

    /// <summary>How many organizations are handed over with all below them.</summary>
    public required int OrganizationCount { get; init; }

    /// <summary>How many members are handed over one by one or with their cell's end, those of organizations that move as a whole not counted.</summary>
    public required int MemberCount { get; init; }

    public DateOnly? GivenOn { get; private set; }

    public string? GivenBy { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public string? ReceivedBy { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Whether both sides have signed.</summary>
    public bool IsSigned => GivenOn is not null && ReceivedOn is not null;

    /// <summary>Records a signature.</summary>
    public void Sign(HandOverSide side, DateOnly on, string by, string? remark)
    {
        if (side == HandOverSide.Giving)
            (GivenOn, GivenBy) = (on, by);
        else
            (ReceivedOn, ReceivedBy) = (on, by);
        Remark = remark ?? Remark;
    }
}

/// <summary>A side of the minutes of handing over.</summary>
internal enum HandOverSide
{
    /// <summary>The organization that gives (bên giao).</summary>
    Giving,

    /// <summary>The organization that receives (bên nhận).</summary>
    Receiving,
}
