using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Duplicates;
using Modular.Members.Memberships;

namespace Modular.Members.Registration;

/// <summary>
/// The register has persons who look like this one. Whoever is sure that this is somebody else repeats the request with their ids in <c>notTheSameAs</c>, or says in
/// <c>confirmNotDuplicate</c> how it was found out.
/// </summary>
/// <param name="Count">How many the user sees, and one more where there are some whom they do not see.</param>
/// <param name="MemberIds">Those whom the user may see.</param>
/// <param name="Grounds">What is alike, of those whom the user may see.</param>
internal sealed record MemberMayBeRegisteredAlready(
    int Count, [property: ID("Member")] IReadOnlyList<Guid> MemberIds, IReadOnlyList<DuplicateGround> Grounds) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Trong danh sách của tỉnh đã có người nghi trùng. Hãy kiểm tra; nếu chắc chắn là người khác thì gửi lại kèm notTheSameAs hoặc nêu căn cứ ở confirmNotDuplicate.",
        "The register of the province has somebody who may be this person. Look into it; if this is somebody else, repeat with notTheSameAs, or say in confirmNotDuplicate how you know.");
}

/// <summary>Who has left the Party is not registered anew.</summary>
/// <param name="Status">The status that was given.</param>
internal sealed record NobodyIsRegisteredAsFormerMember(MembershipStatus Status) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không thêm mới người có tình trạng \"{StatusTexts.Of(Status).Vietnamese}\".", $"Nobody is registered anew who is {StatusTexts.Of(Status).English}.");
}

/// <summary>A person lives in one place of each kind.</summary>
/// <param name="Kind">The kind that was given twice.</param>
internal sealed record ResidenceOfThisKindIsGivenTwice(ResidenceKind Kind) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        Kind == ResidenceKind.Permanent ? "Nơi thường trú bị ghi hai lần." : "Nơi tạm trú bị ghi hai lần.",
        Kind == ResidenceKind.Permanent ? "The permanent residence is given twice." : "The temporary residence is given twice.");
}
