using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using NpgsqlTypes;

namespace Modular.Members.Residences;

/// <summary>A period in which a member lived somewhere (nơi cư trú). The residence is what ties working members to a neighbourhood.</summary>
internal sealed class Residence : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>In which sense they live there.</summary>
    public ResidenceKind Kind { get; init; }

    /// <summary>The address as written (địa chỉ).</summary>
    public string Address { get; init; } = "";

    /// <summary>The hamlet or residential group (thôn, tổ dân phố).</summary>
    public string? Hamlet { get; init; }

    /// <summary>The code of the commune, ward or special zone (mã đơn vị hành chính cấp xã), 5 digits.</summary>
    public string? CommuneCode { get; init; }

    /// <summary>The days there.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }
}
