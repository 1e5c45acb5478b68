using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Members.Statistics;

/// <summary>The structure of the membership (cơ cấu đảng viên) of an organization with all below it on a day.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Members">How many members there are.</param>
/// <param name="AverageAge">Their average age in years; null where there is nobody.</param>
/// <param name="Groups">How many there are of each value of each dimension; religions are told by <c>membershipReligions</c>.</param>
[Classified(DataClass.Internal)]
internal sealed record MembershipStructure(DateOnly AsOf, int Members, decimal? AverageAge, IReadOnlyList<MembershipStructureGroup> Groups);

/// <summary>How many members have a value.</summary>
/// <param name="Dimension">By what they are counted.</param>
/// <param name="Code">The value: the name of the enumeration's member, the occupation, the band as <c>31-35</c>; null where none is recorded.</param>
/// <param name="Title">What it is called, in the language of the request.</param>
/// <param name="Members">How many.</param>
/// <param name="Percent">Of all, to a tenth.</param>
[Classified(DataClass.Internal)]
internal sealed record MembershipStructureGroup(MembershipDimension Dimension, string? Code, string Title, int Members, decimal Percent);
