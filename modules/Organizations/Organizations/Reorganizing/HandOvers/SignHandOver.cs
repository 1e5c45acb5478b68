using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing.HandOvers;

/// <summary>A signature under minutes of handing over.</summary>
internal sealed record SignHandOverInput
{
    /// <summary>The minutes.</summary>
    [ID("HandOver")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Which side signed.</summary>
    public required HandOverSide Side { get; init; }

    /// <summary>When, not after today.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>Who signed for that side (họ tên, chức vụ người ký).</summary>
    public required string SignedBy { get; init; }

    /// <summary>What is to be remembered: files, dues, assets, seals.</summary>
    public string? Remark { get; init; }
}

[MutationType]
internal static class SignHandOver
{
    /// <summary>Records that a side signed the minutes of handing over (ký biên bản bàn giao); each side signs for itself, or somebody above for it.</summary>
    [Requires(OrganizationsPermissions.SignHandOvers)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<HandOverIsSigned>]
    [Error<HandOverIsBeforeEffect>]
    [Error<DecisionIsInTheFuture>]
    public static Task<Result<HandOver>> SignHandOverAsync(SignHandOverInput input, HandOverSigning signing, CancellationToken cancellationToken) =>
        signing.RunAsync(input, cancellationToken);
}

/// <summary>Records signatures under minutes of handing over (ORG-22).</summary>
internal sealed class HandOverSigning(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    public Task<Result<HandOver>> RunAsync(SignHandOverInput input, CancellationToken cancellationToken)
    {
        var by = InputText.Required(input.SignedBy, "input.signedBy", 300);
        var remark = InputText.Optional(input.Remark, "input.remark", 2000);
        List<Problem> problems = [.. by.Problems, .. remark.Problems];
        if (input.SignedOn > checks.Today)
            problems.Add(new DecisionIsInTheFuture(input.SignedOn, checks.Today) { Field = "input.signedOn" });
        return problems.Count > 0
            ? Task.FromResult<Result<HandOver>>(problems)
            : write.RunAsync((db, cancellation) => SignAsync(db, input, by.Value, remark.Value, cancellation), cancellationToken);
    }

    private async Task<Result<HandOver>> SignAsync(
        OrganizationsDbContext db, SignHandOverInput input, string by, string? remark, CancellationToken cancellationToken)
    {
        if (await db.HandOvers.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken) is not { } minutes)
            return new NotFound("HandOver") { Field = "input.id" };
        var side = await checks.FindAsync(
            db, input.Side == HandOverSide.Giving ? minutes.GivingId : minutes.ReceivingId, OrganizationsPermissions.SignHandOvers, "input.side", cancellationToken);
        if (!side.Succeeded)
            return side.Problems.ToList();
        db.Expect(minutes, input.ExpectedVersion);
        if ((input.Side == HandOverSide.Giving ? minutes.GivenOn : minutes.ReceivedOn) is { } earlier)
            return new HandOverIsSigned(earlier) { Field = "input.side" };
        if (input.SignedOn < minutes.EffectiveOn)
            return new HandOverIsBeforeEffect(input.SignedOn, minutes.EffectiveOn) { Field = "input.signedOn" };
        minutes.Sign(input.Side, input.SignedOn, by, remark);
        return minutes;
    }
}

/// <summary>A side signs once.</summary>
/// <param name="SignedOn">When it signed.</param>
internal sealed record HandOverIsSigned(DateOnly SignedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bên này đã ký biên bản bàn giao ngày {SignedOn:dd/MM/yyyy}.",
        $"This side signed the minutes on {SignedOn:yyyy-MM-dd}.");
}

/// <summary>Nothing is handed over before the decision takes effect.</summary>
/// <param name="SignedOn">When it is said to be signed.</param>
/// <param name="EffectiveOn">The effective day.</param>
internal sealed record HandOverIsBeforeEffect(DateOnly SignedOn, DateOnly EffectiveOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersMoveByList;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày ký bàn giao ({SignedOn:dd/MM/yyyy}) sớm hơn ngày quyết định có hiệu lực ({EffectiveOn:dd/MM/yyyy}).",
        $"The minutes are signed ({SignedOn:yyyy-MM-dd}) before the decision takes effect ({EffectiveOn:yyyy-MM-dd}).");
}
