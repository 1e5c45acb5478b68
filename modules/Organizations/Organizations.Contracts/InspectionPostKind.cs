namespace Modular.Organizations.Contracts;

/// <summary>A post in an inspection committee (ủy ban kiểm tra), the highest first.</summary>
public enum InspectionPostKind
{
    /// <summary>Chair (chủ nhiệm), one of the members of the committee that the inspection committee belongs to.</summary>
    Chair,

    /// <summary>Deputy chair (phó chủ nhiệm).</summary>
    DeputyChair,

    /// <summary>Member (ủy viên ủy ban kiểm tra).</summary>
    Member,
}
