namespace Modular.Organizations.Contracts;

/// <summary>A post in a committee (chức vụ cấp ủy), the highest first.</summary>
public enum CommitteePostKind
{
    /// <summary>Secretary (bí thư).</summary>
    Secretary,

    /// <summary>Deputy secretary (phó bí thư).</summary>
    DeputySecretary,

    /// <summary>Member of the standing committee (ủy viên ban thường vụ).</summary>
    StandingMember,

    /// <summary>Member of the committee (cấp ủy viên, chi ủy viên).</summary>
    Member,
}
