namespace Modular.Members.Records;

/// <summary>A person of the family (hoàn cảnh gia đình), item 29: grandparents, parents, spouse's parents, spouse, siblings of both, children.</summary>
internal sealed class FamilyMember : RecordEntry
{
    /// <summary>The relation.</summary>
    public FamilyRelation Relation { get; set; }

    /// <summary>Full name (họ và tên).</summary>
    public string FullName { get; set; } = "";

    /// <summary>Year of birth (năm sinh).</summary>
    public int? BirthYear { get; set; }

    /// <summary>Whether they have died (đã mất).</summary>
    public bool IsDeceased { get; set; }

    /// <summary>Native place and residence (quê quán, nơi cư trú).</summary>
    public string? Residence { get; set; }

    /// <summary>Occupation, organization, whether a Party member (nghề nghiệp, đơn vị công tác, đảng viên).</summary>
    public string? Occupation { get; set; }

    /// <summary>Religion (tôn giáo).</summary>
    public string? Religion { get; set; }

    /// <summary>Nationality, where it is not Vietnamese (quốc tịch).</summary>
    public string? Nationality { get; set; }

    /// <summary>What is to be told of their history and political attitude (lịch sử chính trị, thái độ chính trị).</summary>
    public string? PoliticalHistory { get; set; }
}

/// <summary>How somebody is related to the member.</summary>
internal enum FamilyRelation
{
    /// <summary>Paternal grandparent (ông, bà nội).</summary>
    PaternalGrandparent,

    /// <summary>Maternal grandparent (ông, bà ngoại).</summary>
    MaternalGrandparent,

    /// <summary>Father (cha đẻ).</summary>
    Father,

    /// <summary>Mother (mẹ đẻ).</summary>
    Mother,

    /// <summary>Adoptive or foster parent (cha, mẹ nuôi).</summary>
    AdoptiveParent,

    /// <summary>Brother or sister (anh, chị, em ruột).</summary>
    Sibling,

    /// <summary>Husband or wife (vợ, chồng).</summary>
    Spouse,

    /// <summary>Parent of husband or wife (cha, mẹ của vợ, chồng).</summary>
    ParentInLaw,

    /// <summary>Brother or sister of husband or wife (anh, chị, em ruột của vợ, chồng).</summary>
    SiblingInLaw,

    /// <summary>Child (con đẻ).</summary>
    Child,

    /// <summary>Legally adopted child (con nuôi hợp pháp).</summary>
    AdoptedChild,
}

/// <summary>A stay abroad (đã ra nước ngoài), item 28; listed from three months on.</summary>
internal sealed class TripAbroad : RecordEntry, IExclusivePeriod
{
    /// <summary>The first day.</summary>
    public DateOnly BeganOn { get; set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The countries (nước đã đến).</summary>
    public string Countries { get; set; } = "";

    /// <summary>What for (mục đích).</summary>
    public string Purpose { get; set; } = "";
}

/// <summary>A tie to abroad (quan hệ với nước ngoài), item 28.</summary>
internal sealed class ForeignTie : RecordEntry
{
    /// <summary>Which it is.</summary>
    public ForeignTieKind Kind { get; set; }

    /// <summary>The organization or the relative (tên tổ chức, họ tên thân nhân).</summary>
    public string Name { get; set; } = "";

    /// <summary>The country (nước).</summary>
    public string Country { get; set; } = "";

    /// <summary>Relation, work, since when (quan hệ, nghề nghiệp, từ khi nào).</summary>
    public string? Detail { get; set; }
}

/// <summary>Ties to abroad.</summary>
internal enum ForeignTieKind
{
    /// <summary>Joined, or works with, a foreign political, economic or social organization (tham gia, quan hệ với tổ chức nước ngoài).</summary>
    Organization,

    /// <summary>A relative abroad (thân nhân ở nước ngoài).</summary>
    Relative,
}
