using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Coverage;

/// <summary>
/// How many members of a cell, or of a grassroots organization with all its cells, are introduced. The database keeps it true by triggers on introductions; nothing else writes it.
/// </summary>
internal sealed class CoverageCount : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The cell or the grassroots organization.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>Working members who are introduced and take part (diện giới thiệu).</summary>
    public int Normal { get; private set; }

    /// <summary>Those who are introduced but exempt.</summary>
    public int IntroducedButExempt { get; private set; }

    /// <summary>Those who are exempt from introduction.</summary>
    public int ExemptFromIntroduction { get; private set; }

    /// <summary>Those whose own cell is the residential one.</summary>
    public int NotApplicable { get; private set; }

    /// <summary>Those who have no letter yet.</summary>
    public int ToIntroduce { get; private set; }

    /// <summary>Those whose letter nobody has received yet.</summary>
    public int LetterIssued { get; private set; }

    /// <summary>Those whom the commune committee has received and not assigned yet.</summary>
    public int Received { get; private set; }

    /// <summary>Those whom the cell has not informed yet.</summary>
    public int Assigned { get; private set; }

    /// <summary>Those who keep contact.</summary>
    public int Active { get; private set; }

    /// <summary>Those of the 100 % whom nobody of the committee follows (RES-12).</summary>
    public int WithoutFollower { get; private set; }
}
