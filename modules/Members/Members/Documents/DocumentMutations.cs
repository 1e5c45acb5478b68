using Modular.GraphQL.CodeFirst;
using Modular.GraphQL.Execution;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Documents;

[MutationType]
internal static class DocumentMutations
{
    /// <summary>Records a paper in the file of a member (tài liệu hồ sơ): what it is and where it is kept. Of a state secret only number, day and place (PD-24).</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<SecretPapersAreOnlyPointedTo>]
    public static Task<Result<MemberDocument>> RecordMemberDocumentAsync(RecordMemberDocumentInput input, DocumentKeeping keeping, CancellationToken cancellationToken) =>
        keeping.RecordAsync(input, cancellationToken);

    /// <summary>Changes what is known of a paper.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<SecretPapersAreOnlyPointedTo>]
    public static Task<Result<MemberDocument>> ChangeMemberDocumentAsync(ChangeMemberDocumentInput input, DocumentKeeping keeping, CancellationToken cancellationToken) =>
        keeping.ChangeAsync(input, cancellationToken);

    /// <summary>Takes the scan of a paper in: a PDF file of limited size (MEM-09). It is fetched at `MemberDocument.scanPath`.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    [Error<SecretPapersAreOnlyPointedTo>]
    [Error<ScanIsNoPdf>]
    [Error<ScanIsTooLarge>]
    public static Task<Result<MemberDocument>> AttachMemberScanAsync(
        AttachMemberScanInput input, DocumentKeeping keeping, RequestContext request, CancellationToken cancellationToken) =>
        keeping.AttachAsync(input.Id, input.ExpectedVersion, input.File.In(request).OpenRead, cancellationToken);

    /// <summary>Takes a paper that does not belong there out of a file, with its scan.</summary>
    [Requires(MembersPermissions.KeepRecords)]
    [Error<MemberIsOutOfYourReach>]
    public static Task<Result<Member>> RemoveMemberDocumentAsync(RemoveMemberDocumentInput input, DocumentKeeping keeping, CancellationToken cancellationToken) =>
        keeping.RemoveAsync(input, cancellationToken);
}
