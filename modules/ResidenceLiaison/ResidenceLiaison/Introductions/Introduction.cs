using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Members.Contracts;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>
/// That a member is, or is to be, introduced to the place where they live (giới thiệu về nơi cư trú), with the letter 1-213. A member has one that is open; what changes after the letter was
/// issued closes it and opens another, so that each letter stays as it was.
/// </summary>
internal sealed class Introduction : IProvinceOwned, IVersioned
{
    private Introduction()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>The member's own cell (chi bộ nơi công tác).</summary>
    public Guid CellId { get; private set; }

    /// <summary>The grassroots organization to which that cell belongs, which introduces (đảng ủy, chi bộ cơ sở nơi công tác).</summary>
    public Guid WorkplaceId { get; private set; }

    /// <summary>What made it necessary (RES-02).</summary>
    public IntroductionCause Cause { get; private set; }

    /// <summary>How far it has come.</summary>
    public IntroductionState State { get; private set; }

    /// <summary>The category that holds: what the workplace says, or what follows from the facts.</summary>
    public LiaisonCategory Category { get; private set; }

    /// <summary>The category that follows from the facts.</summary>
    public LiaisonCategory DerivedCategory { get; private set; }

    /// <summary>From which fact it follows.</summary>
    public CategoryGround DerivedFrom { get; private set; }

    /// <summary>Why the workplace says otherwise than the facts; null where it does not.</summary>
    public string? CategoryReason { get; private set; }

    /// <summary>The day of the cause, from which its deadline counts.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The last day on which the letter is issued, by the policy of the day of the cause.</summary>
    public DateOnly IntroduceBy { get; private set; }

    /// <summary>In which sense the member lives there.</summary>
    public ResidenceKind? ResidenceKind { get; private set; }

    /// <summary>The address of the residence (địa chỉ nơi cư trú).</summary>
    public string? Address { get; private set; }

    /// <summary>The hamlet or residential group (thôn, ấp, tổ dân phố).</summary>
    public string? Hamlet { get; private set; }

    /// <summary>The code of the commune, 5 digits.</summary>
    public string? CommuneCode { get; private set; }

    /// <summary>Full name (họ và tên), as the letter says it; null before it is issued.</summary>
    public string? FullName { get; private set; }

    /// <summary>Whether the member is a woman (nữ), as the letter says it.</summary>
    public bool? IsFemale { get; private set; }

    /// <summary>Birth date (ngày sinh), as the letter says it.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>Date of joining (ngày vào Đảng), as the letter says it.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The organization that issued the letter.</summary>
    public Guid? IssuerId { get; private set; }

    /// <summary>The year of the register in which the letter is numbered.</summary>
    public int? LetterYear { get; private set; }

    /// <summary>The number of the letter (số giấy giới thiệu) in the issuer's register of that year.</summary>
    public int? LetterNumber { get; private set; }

    /// <summary>The day of the letter.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Who signed it.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>The commune or ward committee to which it is addressed (đảng ủy xã, phường nơi cư trú).</summary>
    public Guid? ReceiverId { get; private set; }

    /// <summary>The day on which that committee received it.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The residential cell to which the member was assigned (chi bộ nơi cư trú).</summary>
    public Guid? ResidenceCellId { get; private set; }

    /// <summary>The day of the assignment.</summary>
    public DateOnly? AssignedOn { get; private set; }

    /// <summary>The day on which the cell listed and informed the member.</summary>
    public DateOnly? InformedOn { get; private set; }

    /// <summary>The day on which it was over.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Why it is over.</summary>
    public IntroductionClosing? ClosingReason { get; private set; }

    /// <summary>What was said about it.</summary>
    public string? ClosingNote { get; private set; }

    /// <summary>The member of the workplace's committee who follows the member at the residence (RES-12).</summary>
    public Guid? FollowerMemberId { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly? FollowedSince { get; private set; }

    /// <summary>The day of the latest step; nothing that follows is earlier.</summary>
    public DateOnly LatestDay => InformedOn ?? AssignedOn ?? ReceivedOn ?? IssuedOn ?? OpenedOn;

    /// <summary>Opens an introduction from facts.</summary>
    public static Introduction Open(LiaisonFact fact, IntroductionCause cause, DateOnly on, DateOnly introduceBy)
    {
        var opened = new Introduction
        {
            Id = Guid.CreateVersion7(),
            MemberId = fact.MemberId,
            CellId = fact.CellId,
            WorkplaceId = fact.WorkplaceId,
            Cause = cause,
            OpenedOn = on,
            IntroduceBy = introduceBy,
        };
        opened.Classify(fact.Derived, fact.Ground, fact.Derived, reason: null);
        opened.LiveAt(fact.Residence);
        return opened;
    }

    /// <summary>Opens what takes this one's place, with what the workplace said of the member and who follows them.</summary>
    public Introduction Follow(LiaisonFact fact, IntroductionCause cause, DateOnly on, DateOnly introduceBy)
    {
        var next = Open(fact, cause, on, introduceBy);
        if (CategoryReason is { } reason)
            next.Classify(fact.Derived, fact.Ground, Category, reason);
        if (FollowerMemberId is { } follower)
            next.BeFollowedBy(follower, FollowedSince!.Value);
        return next;
    }

    /// <summary>The member's place among the organizations.</summary>
    public void WorkAt(Guid cellId, Guid workplaceId) => (CellId, WorkplaceId) = (cellId, workplaceId);

    /// <summary>Where the member lives.</summary>
    public void LiveAt(MemberResidence? residence) =>
        (ResidenceKind, Address, Hamlet, CommuneCode) = (residence?.Kind, residence?.Address, residence?.Hamlet, residence?.CommuneCode);

    /// <summary>Whether the member lives where it says.</summary>
    public bool SaysOf(MemberResidence? residence) =>
        (Address, Hamlet, CommuneCode) == (residence?.Address, residence?.Hamlet, residence?.CommuneCode);

    /// <summary>What the facts say, what holds, and why it differs; with it whether anything is to be introduced, while no letter is out.</summary>
    public void Classify(LiaisonCategory derived, CategoryGround ground, LiaisonCategory category, string? reason)
    {
        (DerivedCategory, DerivedFrom, Category, CategoryReason) = (derived, ground, category, reason);
        if (!State.IsIntroduced())
            State = category.IsIntroduced() ? IntroductionState.ToIntroduce : IntroductionState.NotIntroduced;
    }

    /// <summary>Counts from another day, because it has another cause now.</summary>
    public void Restart(IntroductionCause cause, DateOnly on, DateOnly introduceBy) => (Cause, OpenedOn, IntroduceBy) = (cause, on, introduceBy);

    /// <summary>The letter is issued.</summary>
    public void Issue(IssuedLetter letter, MemberParticulars member)
    {
        State = IntroductionState.LetterIssued;
        (IssuerId, LetterYear, LetterNumber, IssuedOn, SignedBy, ReceiverId) =
            (letter.IssuerId, letter.On.Year, letter.Number, letter.On, letter.SignedBy, letter.ReceiverId);
        (FullName, IsFemale, BirthDate, JoinedOn) = (member.FullName, member.IsFemale, member.BirthDate, member.JoinedOn);
    }

    /// <summary>The commune committee received the letter.</summary>
    public void Receive(DateOnly on) => (State, ReceivedOn) = (IntroductionState.ReceivedByCommune, on);

    /// <summary>The commune committee assigned the member to a cell.</summary>
    public void Assign(Guid cellId, DateOnly on) => (State, ResidenceCellId, AssignedOn) = (IntroductionState.AssignedToCell, cellId, on);

    /// <summary>The cell listed and informed the member.</summary>
    public void Inform(DateOnly on) => (State, InformedOn) = (IntroductionState.Active, on);

    /// <summary>It is over.</summary>
    public void Close(IntroductionState state, IntroductionClosing reason, DateOnly on, string? note = null) =>
        (State, ClosingReason, ClosedOn, ClosingNote) = (state, reason, on, note);

    /// <summary>Somebody of the committee follows the member.</summary>
    public void BeFollowedBy(Guid? followerId, DateOnly since) => (FollowerMemberId, FollowedSince) = (followerId, followerId is null ? null : since);
}

/// <summary>A letter that is issued.</summary>
/// <param name="IssuerId">Who issues it.</param>
/// <param name="Number">Its number in the issuer's register of the year.</param>
/// <param name="On">Its day.</param>
/// <param name="SignedBy">Who signs.</param>
/// <param name="ReceiverId">The commune committee to which it is addressed.</param>
internal sealed record IssuedLetter(Guid IssuerId, int Number, DateOnly On, string? SignedBy, Guid ReceiverId);
