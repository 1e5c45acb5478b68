using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace NamDinh.GrassrootsOversight.Overseers;

[MutationType]
internal static class OverseerMutations
{
    /// <summary>Puts a committee member in charge of a cell (phân công cấp ủy viên phụ trách chi bộ), OV-03.</summary>
    [Requires(OversightPermissions.Assign)]
    [Error<OnlyCellsAreOverseen>]
    [Error<OverseerHoldsNoCommitteePost>]
    [Error<OverseerIsInChargeAlready>]
    public static Task<Result<Assignment>> AssignOversightAsync(AssignOversightInput input, AssignmentChanges changes, CancellationToken cancellationToken) =>
        changes.AssignAsync(input, cancellationToken);

    /// <summary>Ends that a committee member is in charge of a cell (thôi phân công).</summary>
    [Requires(OversightPermissions.Assign)]
    [Error<DayIsOutsideTheAssignment>]
    public static Task<Result<Assignment>> EndOversightAsync(EndOversightInput input, AssignmentChanges changes, CancellationToken cancellationToken) =>
        changes.EndAsync(input, cancellationToken);

    /// <summary>Records a visit with its report and what it recommends (OV-04, OV-07).</summary>
    [Requires(OversightPermissions.Record)]
    [Error<DayIsOutsideTheAssignment>]
    public static Task<Result<Visit>> RecordOversightVisitAsync(RecordOversightVisitInput input, VisitRecording recording, CancellationToken cancellationToken) =>
        recording.RecordAsync(input, cancellationToken);

    /// <summary>Takes a recommendation a step further: accepted, assigned, solved, answered, or rejected with a reason (OV-07). The act of whoever is to answer.</summary>
    [Requires(OversightPermissions.Record)]
    [Error<OversightStepDoesNotFollow>]
    [Error<StepSaysWhatItNeeds>]
    public static Task<Result<Recommendation>> AdvanceOversightRecommendationAsync(
        AdvanceOversightRecommendationInput input, RecommendationSteps steps, CancellationToken cancellationToken) => steps.AdvanceAsync(input, cancellationToken);
}
