using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>
/// From which facts of the register the category of a member follows (Guidance 33-HD/BTCTW, sections 1.1 and 1.2). Fields are written as the API writes those of organizations. What the register
/// does not know, such as a life in barracks or a secret task, the workplace says with its reason.
/// </summary>
internal sealed record LiaisonCategoryPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.categories";

    /// <inheritdoc />
    public static RuleReference Source => Rules.WhoIsExempt;

    /// <summary>The fields of cells that are residential themselves (chi bộ thôn, tổ dân phố).</summary>
    public IReadOnlyList<string> ResidentialFields { get; init; } = ["RESIDENTIAL_AREA"];

    /// <summary>The fields of grassroots organizations whose cells are residential where their own field is not known; no instrument fixes it.</summary>
    public IReadOnlyList<string> ResidentialWhereUnsaid { get; init; } = ["COMMUNE", "WARD", "TOWNSHIP", "SPECIAL_ZONE"];

    /// <summary>The flags of members who are introduced but exempt: they work or study far away for long.</summary>
    public IReadOnlyList<MembershipFlag> ExemptFlags { get; init; } = [MembershipFlag.Abroad, MembershipFlag.TemporaryAway];

    /// <summary>The fields of workplaces whose members are all introduced but exempt. Empty: only those of the army and police are who stay in barracks, which the register does not know.</summary>
    public IReadOnlyList<string> ExemptFields { get; init; } = [];

    /// <summary>The fields of workplaces whose members are all exempt from introduction. Empty: only units in permanent readiness and secret tasks are.</summary>
    public IReadOnlyList<string> UnintroducedFields { get; init; } = [];

    /// <summary>Whether members are introduced to where they stay for a time, rather than to their permanent residence, where both are known.</summary>
    public bool PrefersTemporaryResidence { get; init; } = true;

    /// <summary>The category that follows from facts, and the fact.</summary>
    /// <param name="cellField">The field of the member's cell.</param>
    /// <param name="workplaceField">The field of the grassroots organization.</param>
    /// <param name="flags">The member's flags.</param>
    public (LiaisonCategory Category, CategoryGround Ground) Derive(string? cellField, string? workplaceField, IReadOnlySet<MembershipFlag> flags)
    {
        var field = cellField ?? workplaceField;
        if (ResidentialFields.Contains(cellField ?? "") || (cellField is null && ResidentialWhereUnsaid.Contains(workplaceField ?? "")))
            return (LiaisonCategory.NotApplicable, CategoryGround.ResidentialCell);
        if (UnintroducedFields.Contains(field ?? ""))
            return (LiaisonCategory.ExemptFromIntroduction, CategoryGround.FieldOfWorkplace);
        if (ExemptFields.Contains(field ?? ""))
            return (LiaisonCategory.IntroducedButExempt, CategoryGround.FieldOfWorkplace);
        return ExemptFlags.Any(flags.Contains)
            ? (LiaisonCategory.IntroducedButExempt, CategoryGround.Circumstance)
            : (LiaisonCategory.Normal, CategoryGround.WorkingMember);
    }

    /// <summary>The residence to which a member is introduced; null where none is known.</summary>
    public MemberResidence? Choose(IReadOnlyList<MemberResidence> residences)
    {
        var preferred = PrefersTemporaryResidence ? ResidenceKind.Temporary : ResidenceKind.Permanent;
        return residences.OrderBy(residence => residence.Kind == preferred ? 0 : 1).FirstOrDefault();
    }
}
