using Modular.DataProtection.Contracts;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Breaches;

[MutationType]
internal static class BreachMutations
{
    /// <summary>Enters a breach in the register. The time to tell the authority runs from its detection, in hours (PD-11).</summary>
    [Requires(DataProtectionPermissions.HandleBreaches)]
    [Error<MomentIsNotAfterDetection>]
    public static Task<Result<Breach>> RecordBreachAsync(RecordBreachInput input, BreachRecording recording, CancellationToken cancellationToken) =>
        recording.RunAsync(input, cancellationToken);

    /// <summary>Records what a breach means: persons, risk, measures.</summary>
    [Requires(DataProtectionPermissions.HandleBreaches)]
    [Error<BreachIsOutOfYourReach>]
    [Error<BreachStepDoesNotFollow>]
    public static Task<Result<Breach>> AssessBreachAsync(AssessBreachInput input, BreachHandling handling, CancellationToken cancellationToken) =>
        handling.AssessAsync(input, cancellationToken);

    /// <summary>Records that the competent authority was told (PD-11). After the deadline it takes a reason.</summary>
    [Requires(DataProtectionPermissions.HandleBreaches)]
    [Error<BreachIsOutOfYourReach>]
    [Error<BreachStepDoesNotFollow>]
    [Error<MomentIsNotAfterDetection>]
    [Error<LateNoticeNeedsReason>]
    public static Task<Result<Breach>> ReportBreachAsync(ReportBreachInput input, BreachHandling handling, CancellationToken cancellationToken) =>
        handling.ReportAsync(input, cancellationToken);

    /// <summary>Records that the persons whose data it was were told.</summary>
    [Requires(DataProtectionPermissions.HandleBreaches)]
    [Error<BreachIsOutOfYourReach>]
    [Error<BreachStepDoesNotFollow>]
    [Error<MomentIsNotAfterDetection>]
    public static Task<Result<Breach>> TellBreachSubjectsAsync(TellBreachSubjectsInput input, BreachHandling handling, CancellationToken cancellationToken) =>
        handling.TellSubjectsAsync(input, cancellationToken);

    /// <summary>Ends the handling of a breach.</summary>
    [Requires(DataProtectionPermissions.HandleBreaches)]
    [Error<BreachIsOutOfYourReach>]
    [Error<BreachStepDoesNotFollow>]
    public static Task<Result<Breach>> CloseBreachAsync(CloseBreachInput input, BreachHandling handling, CancellationToken cancellationToken) =>
        handling.CloseAsync(input, cancellationToken);
}
