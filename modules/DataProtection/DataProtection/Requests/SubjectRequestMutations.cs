using Modular.DataProtection.Contracts;
using Modular.DataProtection.Retention;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Requests;

[MutationType]
internal static class SubjectRequestMutations
{
    /// <summary>Files a request about one's own data (PD-08). It is answered within the times of PD-09.</summary>
    [Requires(DataProtectionPermissions.FileRequest)]
    [Error<AccountBelongsToNoMember>]
    [Error<TooManyRequestsAreOpen>]
    public static Task<Result<SubjectRequest>> FileSubjectRequestAsync(
        FileSubjectRequestInput input, RequestFiling filing, CancellationToken cancellationToken) => filing.FileAsync(input, cancellationToken);

    /// <summary>Records a request that a data subject handed in on paper. Deadlines count from the day on which it was received.</summary>
    [Requires(DataProtectionPermissions.RecordRequest)]
    [Error<DayIsStillToCome>]
    public static Task<Result<SubjectRequest>> RecordSubjectRequestAsync(
        RecordSubjectRequestInput input, RequestFiling filing, CancellationToken cancellationToken) => filing.RecordAsync(input, cancellationToken);

    /// <summary>Records that the requester was told that the request came in (PD-09).</summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestStepDoesNotFollow>]
    public static Task<Result<SubjectRequest>> AcknowledgeSubjectRequestAsync(
        AcknowledgeSubjectRequestInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.AcknowledgeAsync(input, cancellationToken);

    /// <summary>Begins to work on a request; where a third party turns out to be involved, its last day moves as PD-09 allows.</summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestStepDoesNotFollow>]
    public static Task<Result<SubjectRequest>> StartSubjectRequestAsync(
        StartSubjectRequestInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.StartAsync(input, cancellationToken);

    /// <summary>Extends the time of a request, once (PD-09).</summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestStepDoesNotFollow>]
    [Error<ExtensionIsTooLong>]
    public static Task<Result<SubjectRequest>> ExtendSubjectRequestAsync(
        ExtendSubjectRequestInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.ExtendAsync(input, cancellationToken);

    /// <summary>
    /// Lets a copy of all that the system keeps about the person be fetched for a while: by the person, and by whoever handles the request. Called again, it may be fetched anew.
    /// </summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestIsForNoCopy>]
    public static Task<Result<SubjectRequest>> PrepareDataCopyAsync(
        PrepareDataCopyInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.PrepareCopyAsync(input, cancellationToken);

    /// <summary>Records that what was asked for was done.</summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestStepDoesNotFollow>]
    [Error<DataAreNotErasedYet>]
    public static Task<Result<SubjectRequest>> CompleteSubjectRequestAsync(
        CompleteSubjectRequestInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.CompleteAsync(input, cancellationToken);

    /// <summary>Refuses a request on a ground of the law.</summary>
    [Requires(DataProtectionPermissions.HandleRequests)]
    [Error<RequestIsOutOfYourReach>]
    [Error<NobodyDecidesOnTheirOwnRequest>]
    [Error<RequestStepDoesNotFollow>]
    public static Task<Result<SubjectRequest>> RefuseSubjectRequestAsync(
        RefuseSubjectRequestInput input, RequestHandling handling, CancellationToken cancellationToken) => handling.RefuseAsync(input, cancellationToken);
}
