using Modular.Kernel.Results;

namespace Modular.Members.People;

/// <summary>The user sees the member, but their grants do not reach the member's cell with this permission.</summary>
internal sealed record MemberIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không được giao quyền thực hiện việc này đối với đảng viên này.",
        "You have not been given the right to do this for this member.");
}

/// <summary>A name consists of letters.</summary>
internal sealed record NameMustConsistOfLetters : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Họ và tên phải gồm chữ cái và khoảng trắng, không để trống.", "A name must consist of letters and spaces, and not be empty.");
}

/// <summary>Nobody in the register was born so early.</summary>
/// <param name="BirthDate">The date that was given.</param>
internal sealed record BirthDateIsTooEarly(DateOnly BirthDate) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày sinh {BirthDate.Vietnamese()} quá xa trong quá khứ.", $"The birth date {BirthDate.English()} is too far in the past.");
}

/// <summary>A citizen identity number has 12 digits.</summary>
internal sealed record CitizenIdMustHaveTwelveDigits : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CitizenIdentity;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số căn cước công dân phải gồm đúng 12 chữ số.", "A citizen identity number must have exactly 12 digits.");
}

/// <summary>Another person in the province bears the citizen identity number.</summary>
internal sealed record CitizenIdIsTaken : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số căn cước công dân này đã có trong danh sách của tỉnh.", "This citizen identity number is already in the register of the province.");
}
