using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>Whether a member is introduced to the residence, and what is asked of them there (Guidance 33-HD/BTCTW).</summary>
internal enum LiaisonCategory
{
    /// <summary>A working member: introduced, takes part in meetings, is commented on each year (diện giới thiệu).</summary>
    Normal,

    /// <summary>Introduced, but exempt from meetings and yearly comments (giới thiệu nhưng được miễn sinh hoạt nơi cư trú).</summary>
    IntroducedButExempt,

    /// <summary>Not introduced at all (được miễn giới thiệu).</summary>
    ExemptFromIntroduction,

    /// <summary>The member's own cell is the one where they live (sinh hoạt tại nơi cư trú).</summary>
    NotApplicable,
}

/// <summary>From which fact a category follows.</summary>
internal enum CategoryGround
{
    /// <summary>Nothing speaks against it: a working member (đảng viên đang công tác).</summary>
    WorkingMember,

    /// <summary>The member's cell is that of a hamlet or residential group (chi bộ thôn, tổ dân phố).</summary>
    ResidentialCell,

    /// <summary>A circumstance of the member, such as a long stay elsewhere (đi xa dài hạn, ở ngoài nước).</summary>
    Circumstance,

    /// <summary>The field in which the workplace works (lĩnh vực của đơn vị).</summary>
    FieldOfWorkplace,
}

/// <summary>What categories mean and are called.</summary>
internal static class LiaisonCategories
{
    /// <summary>Whether members of the category are introduced, so that they count in the 100 % (RES-01).</summary>
    public static bool IsIntroduced(this LiaisonCategory category) => category is LiaisonCategory.Normal or LiaisonCategory.IntroducedButExempt;

    /// <summary>What a category is called in sentences.</summary>
    public static LocalizedText Name(this LiaisonCategory category) => category switch
    {
        LiaisonCategory.Normal => new LocalizedText("diện giới thiệu", "to be introduced"),
        LiaisonCategory.IntroducedButExempt => new LocalizedText("giới thiệu nhưng được miễn sinh hoạt nơi cư trú", "introduced but exempt"),
        LiaisonCategory.ExemptFromIntroduction => new LocalizedText("được miễn giới thiệu", "exempt from introduction"),
        _ => new LocalizedText("sinh hoạt tại nơi cư trú", "active in the residential cell"),
    };
}
