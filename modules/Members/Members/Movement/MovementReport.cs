using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Members.Movement;

/// <summary>The lines of the report on the movement of members (biểu 1-TCTW): why somebody began to be counted, or was counted no more.</summary>
[GraphQLName("MembershipMovementLine")]
internal enum MovementLine
{
    /// <summary>Admitted (kết nạp), line B1.</summary>
    Admitted,

    /// <summary>Moved in from another province or committee outside of the register (chuyển đến từ ngoài tỉnh), line B2a.</summary>
    MovedInFromOutside,

    /// <summary>Moved in from another organization of the province (chuyển đến trong tỉnh), line B2b.</summary>
    MovedInWithin,

    /// <summary>Membership restored (khôi phục đảng tịch), line B3.</summary>
    Restored,

    /// <summary>The cell came under the organization (do sắp xếp tổ chức).</summary>
    JoinedByReorganization,

    /// <summary>Counted for another reason, such as one that lies before the register.</summary>
    OtherIncrease,

    /// <summary>Died (từ trần), line C1.</summary>
    Deceased,

    /// <summary>Expelled (khai trừ), line C2.</summary>
    Expelled,

    /// <summary>Name removed from the list (xóa tên), line C3.</summary>
    NameRemoved,

    /// <summary>Left on request (xin ra khỏi Đảng), line C4.</summary>
    LeftOnRequest,

    /// <summary>Moved out to another province or committee outside of the register (chuyển đi ngoài tỉnh), line C5a.</summary>
    MovedOutOfTheProvince,

    /// <summary>Moved out to another organization of the province (chuyển đi trong tỉnh), line C5b.</summary>
    MovedOutWithin,

    /// <summary>The cell came under another organization (do sắp xếp tổ chức).</summary>
    LeftByReorganization,

    /// <summary>Counted no more for another reason.</summary>
    OtherDecrease,
}

/// <summary>The movement of members of an organization with all below it in a period (biểu 1-TCTW): A + B − C = D.</summary>
/// <param name="Opening">A: members on the day before the period.</param>
/// <param name="Increase">B: how many began to be counted.</param>
/// <param name="Admitted">B1: admitted.</param>
/// <param name="MovedInFromOutside">B2a: moved in from outside of the province's register.</param>
/// <param name="MovedInWithin">B2b: moved in from another organization of the province; what "other district" was before 1 July 2025.</param>
/// <param name="Restored">B3: membership restored.</param>
/// <param name="JoinedByReorganization">Came with their cell.</param>
/// <param name="OtherIncrease">Counted for another reason.</param>
/// <param name="Decrease">C: how many ceased to be counted.</param>
/// <param name="Deceased">C1: died.</param>
/// <param name="Expelled">C2: expelled.</param>
/// <param name="NameRemoved">C3: name removed.</param>
/// <param name="NameRemovedProbationary">C3: of these, probationary members.</param>
/// <param name="LeftOnRequest">C4: left on request.</param>
/// <param name="MovedOutOfTheProvince">C5a: moved out of the province's register.</param>
/// <param name="MovedOutWithin">C5b: moved out to another organization of the province.</param>
/// <param name="LeftByReorganization">Went with their cell.</param>
/// <param name="OtherDecrease">Counted no more for another reason.</param>
/// <param name="Closing">D: members on the last day of the period.</param>
[GraphQLName("MembershipMovement")]
[Classified(DataClass.Internal)]
internal sealed record MovementReport(
    int Opening,
    int Increase,
    int Admitted,
    int MovedInFromOutside,
    int MovedInWithin,
    int Restored,
    int JoinedByReorganization,
    int OtherIncrease,
    int Decrease,
    int Deceased,
    int Expelled,
    int NameRemoved,
    int NameRemovedProbationary,
    int LeftOnRequest,
    int MovedOutOfTheProvince,
    int MovedOutWithin,
    int LeftByReorganization,
    int OtherDecrease,
    int Closing);

/// <summary>Somebody behind a figure of the report.</summary>
/// <param name="Day">The first day on which they were counted, or were counted no more.</param>
/// <param name="Line">The line.</param>
/// <param name="MemberId">The member; null out of the user's reach, as who has moved elsewhere may be.</param>
/// <param name="FromCellId">The cell of the day before, or null.</param>
/// <param name="ToCellId">The cell of the day, or null.</param>
[GraphQLName("MembershipMovementEntry")]
[Classified(DataClass.Basic)]
internal sealed record MovementEntry(
    DateOnly Day,
    MovementLine Line,
    [property: References("Member")] Guid MemberId,
    [property: References("Organization")] Guid? FromCellId,
    [property: References("Organization")] Guid? ToCellId);
