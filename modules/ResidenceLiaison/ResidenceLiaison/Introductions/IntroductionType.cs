using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Introductions;

internal sealed class IntroductionType : EntityType<Introduction, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.Name("ResidenceIntroduction").Requires(ResidenceLiaisonPermissions.Read).IsNode();
        introduction.Describe(
            "That a member is, or is to be, introduced to the place where they live (giới thiệu về nơi cư trú), with the letter 1-213. Whoever reaches the workplace, the commune committee to which the letter is addressed, or the residential cell sees it.");
        introduction.Field(i => i.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        introduction.Field(i => i.State, DataClass.Basic);
        introduction.Field(i => i.Cause, DataClass.Basic);
        introduction.Field(i => i.Category, DataClass.Basic);
        introduction.Field(i => i.DerivedCategory, DataClass.Basic);
        introduction.Field(i => i.DerivedFrom, DataClass.Basic);
        introduction.Field(i => i.CategoryReason, DataClass.Basic);
        introduction.Field(i => i.OpenedOn, DataClass.Basic);
        introduction.Field(i => i.IntroduceBy, DataClass.Basic);
        introduction.Computed<bool>(
            "isOverdue", "Whether the letter was to be issued by now (RES-02).", DataClass.Basic,
            row => $"({row[i => i.State]} = {row.Value(i => i.State, IntroductionState.ToIntroduce)} and {row[i => i.IntroduceBy]} < {row.Today})");
        introduction.Reference("member", "Member", i => i.MemberId, "The member, for whoever may see the record; the letter says what others need.");
        introduction.Reference("cell", "Organization", i => i.CellId, "The member's own cell (chi bộ nơi công tác).");
        introduction.Reference("workplace", "Organization", i => i.WorkplaceId, "The grassroots organization that introduces (tổ chức cơ sở đảng nơi công tác).");
        DefineLetter(introduction);
        DefineFollowing(introduction);
        DefineLists(introduction);
    }

    private static void DefineLetter(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.Field(i => i.ResidenceKind, DataClass.Basic);
        introduction.Field(i => i.Address, DataClass.Basic);
        introduction.Field(i => i.Hamlet, DataClass.Basic);
        introduction.Field(i => i.CommuneCode, DataClass.Internal);
        introduction.Field(i => i.FullName, DataClass.Basic);
        introduction.Field(i => i.IsFemale, DataClass.Basic);
        introduction.Field(i => i.BirthDate, DataClass.Basic);
        introduction.Field(i => i.JoinedOn, DataClass.Basic);
        introduction.Reference("issuer", "Organization", i => i.IssuerId, "The organization that issued the letter.");
        introduction.Field(i => i.LetterYear, DataClass.Basic);
        introduction.Field(i => i.LetterNumber, DataClass.Basic);
        introduction.Field(i => i.IssuedOn, DataClass.Basic);
        introduction.Field(i => i.SignedBy, DataClass.Basic);
        introduction.Reference("receiver", "Organization", i => i.ReceiverId, "The commune or ward committee to which the letter is addressed.");
        introduction.Field(i => i.ReceivedOn, DataClass.Basic);
        introduction.Reference("residenceCell", "Organization", i => i.ResidenceCellId, "The residential cell to which the member was assigned (chi bộ nơi cư trú).");
        introduction.Field(i => i.AssignedOn, DataClass.Basic);
        introduction.Field(i => i.InformedOn, DataClass.Basic);
        introduction.Field(i => i.ClosedOn, DataClass.Basic);
        introduction.Field(i => i.ClosingReason, DataClass.Basic);
        introduction.Field(i => i.ClosingNote, DataClass.Basic);
    }

    private static void DefineFollowing(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.Reference("follower", "Member", i => i.FollowerMemberId, "The member of the workplace's committee who follows the member at the residence (RES-12).");
        introduction.Field(i => i.FollowedSince, DataClass.Basic);
    }

    private static void DefineLists(EntityTypeBuilder<Introduction> introduction)
    {
        introduction
            .FilterByOrganization("workplace", "Those of members of a cell, or of all cells of an organization.", i => i.CellId)
            .FilterByOrganization("receiver", "Those whose letters are addressed to a committee, or to all below an organization.", i => i.ReceiverId)
            .FilterByOrganization("residenceCell", "Those who were assigned to a cell, or to all cells of an organization.", i => i.ResidenceCellId)
            .Filter(i => i.State).Filter(i => i.Category).Filter(i => i.DerivedFrom).Filter(i => i.Cause).Filter(i => i.OpenedOn).Filter(i => i.IntroduceBy)
            .Filter(i => i.IssuedOn).Filter(i => i.ReceivedOn).Filter(i => i.AssignedOn).Filter(i => i.ClosedOn).Filter(i => i.ClosingReason)
            .Filter(i => i.CommuneCode).Filter(i => i.Hamlet).Filter(i => i.LetterYear).Filter(i => i.LetterNumber)
            .Filter<bool>("isOpen", "Those that hold now, or those that are over.", (i, value) => $"({i[row => row.ClosedOn]} is null) = {value}")
            .Filter<bool>(
                "isOverdue", "Those whose letter was to be issued by now (RES-02), or the others.",
                (i, value) => $"({i[row => row.State]} = {i.Value(row => row.State, IntroductionState.ToIntroduce)} and {i[row => row.IntroduceBy]} < {i.Today}) = {value}")
            .Filter<bool>("isFollowed", "Those whom somebody of the committee follows, or those whom nobody does (RES-12).", (i, value) => $"({i[row => row.FollowerMemberId]} is not null) = {value}")
            .Filter<bool>(
                "isMovedWithoutPapers",
                "Those whose member moved house and has no letter to the new residence yet (RES-09), or the others: at the workplace and at the residence that was left.",
                (i, value) => $"({IntroductionQueries.MovedWithoutPapers(i)}) = {value}")
            .Filter<bool>("isSetByHand", "Those whose category the workplace has set otherwise than the facts say, or the others.", (i, value) => $"({i[row => row.CategoryReason]} is not null) = {value}");
        introduction
            .Sortable("OPENED", i => i.OpenedOn).Sortable("INTRODUCE_BY", i => i.IntroduceBy).Sortable("LETTER", i => i.LetterYear!, i => i.LetterNumber!)
            .SortedBy("OPENED", descending: true);
    }
}

internal sealed class ListReviewType : EntityType<ListReview, LiaisonDbContext>
{
    protected override void Define(EntityTypeBuilder<ListReview> review)
    {
        review.Name("ResidenceListReview").Requires(ResidenceLiaisonPermissions.Count);
        review.Describe("A review of the list of a workplace's members who are to be introduced (rà soát danh sách), RES-01.");
        review.Field(r => r.ReviewedOn, DataClass.Internal);
        review.Field(r => r.Listed, DataClass.Internal);
        review.Field(r => r.Added, DataClass.Internal);
        review.Field(r => r.Ended, DataClass.Internal);
        review.Field(r => r.Changed, DataClass.Internal);
        review.Reference("organization", "Organization", r => r.OrganizationId, "The grassroots organization whose list it is.", DataClass.Internal);
        review.Sortable("REVIEWED", r => r.ReviewedOn).SortedBy("REVIEWED", descending: true);
    }
}

internal sealed class IntroductionQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Introduction>("residenceIntroduction", "One introduction to the residence.");
        query.Connection<Introduction>("residenceIntroductions", "The introductions to the residence that the user may see, at the workplace or at the residence.");
        query.Connection<Introduction>(
                "membersMovedWithoutPapers",
                "Who moved house and has no letter to the new residence yet (RES-09), with the introduction to the residence that was left: for the workplace, which introduces anew, and for the residence, which the member no longer belongs to. A lead, and no verdict.")
            .Only<Introduction>(MovedWithoutPapers);
        query.Connection<Introduction>(
                "membersNotIntroduced", "The 100 % list (RES-01): who is to be introduced and is not yet, and why; the longest overdue first.")
            .Only<Introduction>(i => $"{i[row => row.State]} = {i.Value(row => row.State, IntroductionState.ToIntroduce)}").SortedBy("INTRODUCE_BY");
    }

    public static Sql MovedWithoutPapers(SqlRow<Introduction> introduction) =>
        $"""
        {introduction[i => i.State]} = {introduction.Value(i => i.State, IntroductionState.Moved)} and exists (
            select from residence_liaison.introduction as following
            where following.province_id = {introduction[i => i.ProvinceId]} and following.member_id = {introduction[i => i.MemberId]}
                and following.state = {introduction.Value(i => i.State, IntroductionState.ToIntroduce)})
        """;
}

/// <summary>What introductions add to members.</summary>
internal sealed class MemberIntroductions() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member)
    {
        member.Connection<Introduction>("residenceIntroductions", i => i.MemberId, "All introductions of the member to places where they lived.");
        member.Connection<Introduction>("followedAtResidence", i => i.FollowerMemberId!, "Whom the member follows at the residence, as a member of the workplace's committee (RES-12).")
            .Only<Introduction>(i => $"{i[row => row.ClosedOn]} is null");
    }
}

/// <summary>What introductions add to organizations.</summary>
internal sealed class OrganizationIntroductions() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization)
    {
        organization.Connection<Introduction>("residenceIntroductions", i => i.CellId, "The introductions of the cell's members to the places where they live.").IncludesSubtree();
        organization.Connection<Introduction>("receivedResidenceLetters", i => i.ReceiverId!, "The letters that are addressed to the committee (giấy giới thiệu đến).").IncludesSubtree();
        organization.Connection<Introduction>(
                "liaisonMembers", i => i.ResidenceCellId!, "The working members who keep contact with the residential cell (đảng viên 213).")
            .IncludesSubtree().Only<Introduction>(i => $"{i[row => row.ClosedOn]} is null");
        organization.Connection<ListReview>("residenceListReviews", r => r.OrganizationId, "The reviews of the list of members who are to be introduced (RES-01).").IncludesSubtree();
    }
}
