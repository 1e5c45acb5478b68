using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Memberships;

/// <summary>
/// Guards facts to which procedures lead. Who is expelled, dies, is exempted or is under way is so by a procedure with its votes, papers and clocks; without it such a fact is recorded
/// only as a correction, which takes a permission and a reason of its own.
/// </summary>
internal sealed class FactCorrection(MemberFiles files)
{
    /// <summary>What stands against recording the fact directly.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="member">Whom it is about.</param>
    /// <param name="procedure">The act that records the fact, or null where there is none.</param>
    /// <param name="asked">What the user said of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Problem?> CheckAsync(MembersDbContext db, Member member, string? procedure, AskedCorrection asked, CancellationToken cancellationToken)
    {
        if (procedure is null)
            return null;
        if (!asked.IsCorrection)
            return new FactIsRecordedByItsProcedure(procedure) { Field = asked.Field };
        if (!await files.CoversAsync(db, MembersPermissions.CorrectStatus, member.OrganizationId, cancellationToken))
            return new CorrectingFactsTakesAnotherPermission { Field = "input.asCorrection" };
        return Wording.Clean(asked.Reason) is null ? new CorrectingFactsTakesAReason { Field = "input.reason" } : null;
    }
}

/// <summary>What a user said of a fact that they record directly.</summary>
/// <param name="IsCorrection">Whether it is meant as a correction.</param>
/// <param name="Reason">Why.</param>
/// <param name="Field">Where the fact stands in the input.</param>
internal sealed record AskedCorrection(bool IsCorrection, string? Reason, string Field);

/// <summary>A fact to which a procedure leads is recorded by it.</summary>
/// <param name="Procedure">The mutation that records it.</param>
internal sealed record FactIsRecordedByItsProcedure(string Procedure) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Việc này được ghi nhận qua thủ tục của nó ({Procedure}). Chỉ ghi nhận trực tiếp khi điều chỉnh dữ liệu, kèm lý do.",
        $"This is recorded by its procedure ({Procedure}). It is recorded directly only as a correction, with a reason.");
}

/// <summary>Recording facts without their procedures takes a permission of its own.</summary>
internal sealed record CorrectingFactsTakesAnotherPermission : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không được giao quyền điều chỉnh tình trạng, diện của đảng viên ngoài thủ tục.",
        "You have not been given the right to record status or flags without their procedures.");
}

/// <summary>Recording facts without their procedures takes a reason.</summary>
internal sealed record CorrectingFactsTakesAReason : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Điều chỉnh ngoài thủ tục phải nêu lý do.", "A correction without its procedure takes a reason.");
}
