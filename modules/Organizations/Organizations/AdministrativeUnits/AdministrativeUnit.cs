using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Organizations.AdministrativeUnits;

/// <summary>The levels of administrative units.</summary>
internal enum AdministrativeLevel
{
    /// <summary>A province or a city under the Centre (tỉnh, thành phố trực thuộc trung ương): 2 digits.</summary>
    Province,

    /// <summary>A district, up to 30 June 2025 (huyện, quận, thị xã, thành phố thuộc tỉnh): 3 digits.</summary>
    District,

    /// <summary>A commune, ward or special zone (xã, phường, đặc khu): 5 digits.</summary>
    Commune,
}

/// <summary>An administrative unit (đơn vị hành chính) for as long as it existed under one name.</summary>
/// <param name="Id">The key; a merged unit has another one even where it keeps the code.</param>
/// <param name="Code">The code of the General Statistics Office.</param>
/// <param name="Level">The level.</param>
/// <param name="Kind">What kind of unit of the level it is: PROVINCE, MUNICIPALITY, WARD, …</param>
/// <param name="Name">The name without the kind: Nam Định.</param>
/// <param name="FullName">The name with the kind: Tỉnh Nam Định.</param>
/// <param name="ParentId">The unit above, or null for a province.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null while it exists.</param>
internal sealed record AdministrativeUnit(
    [Classified(DataClass.Internal)] int Id,
    [Classified(DataClass.Internal)] string Code,
    [Classified(DataClass.Internal)] AdministrativeLevel Level,
    [Classified(DataClass.Internal)] string Kind,
    [Classified(DataClass.Internal)] string Name,
    [Classified(DataClass.Internal)] string FullName,
    [property: GraphQLIgnore] int? ParentId,
    [Classified(DataClass.Internal)] DateOnly ValidFrom,
    [Classified(DataClass.Internal)] DateOnly? ValidTo);
