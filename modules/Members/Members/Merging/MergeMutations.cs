using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Duplicates;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Merging;

[MutationType]
internal static class MergeMutations
{
    /// <summary>Proposes to make two records of one person one (đề nghị gộp hồ sơ). Nothing is changed before somebody else carries it out.</summary>
    [Requires(MembersPermissions.Merge)]
    [Error<MemberIsOutOfYourReach>]
    [Error<PersonsMustBeTwo>]
    [Error<RecordsBearDifferentNumbers>]
    [Error<PersonsWereToldApart>]
    [Error<RecordIsInAnotherMerge>]
    [Error<DroppedRecordIsBeingTransferred>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<MemberMerge>> ProposeMemberMergeAsync(
        ProposeMemberMergeInput input, MemberMerging merging, CancellationToken cancellationToken) => merging.ProposeAsync(input, cancellationToken);

    /// <summary>
    /// Approves a proposed merge and carries it out: what modules keep about the one record goes to the other, whose course of membership stands; the person is counted once on every day. It can be undone for some
    /// time, as long as nothing of it is changed.
    /// </summary>
    [Requires(MembersPermissions.Merge)]
    [Error<MemberIsOutOfYourReach>]
    [Error<PersonsMustBeTwo>]
    [Error<MergeStandsElsewhere>]
    [Error<MergeTakesASecondPerson>]
    [Error<RecordsBearDifferentNumbers>]
    [Error<PersonsWereToldApart>]
    [Error<DroppedRecordIsBeingTransferred>]
    public static Task<Result<MemberMerge>> MergeMembersAsync(MergeMembersInput input, MemberMerging merging, CancellationToken cancellationToken) =>
        merging.MergeAsync(input, cancellationToken);

    /// <summary>Rejects a proposed merge, or withdraws one's own.</summary>
    [Requires(MembersPermissions.Merge)]
    [Error<MergeStandsElsewhere>]
    public static Task<Result<MemberMerge>> RejectMemberMergeAsync(
        RejectMemberMergeInput input, MemberMerging merging, CancellationToken cancellationToken) => merging.RejectAsync(input, cancellationToken);

    /// <summary>Undoes a merge (hoàn tác gộp hồ sơ): both records stand as they stood before.</summary>
    [Requires(MembersPermissions.Merge)]
    [Error<MergeStandsElsewhere>]
    [Error<MergeCanNoLongerBeUndone>]
    [Error<MergedRecordsWereChanged>]
    public static Task<Result<MemberMerge>> UndoMemberMergeAsync(UndoMemberMergeInput input, MemberMerging merging, CancellationToken cancellationToken) =>
        merging.UndoAsync(input, cancellationToken);
}

[QueryType]
internal static class MergeQueries
{
    /// <summary>What merging two records would come to (xem trước khi gộp): it is tried out and taken back. Null where the user may not merge the two.</summary>
    /// <param name="keptId">The record that stays.</param>
    /// <param name="droppedId">The record that goes.</param>
    /// <param name="merging">Tries it out.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Merge)]
    public static Task<MergePreview?> MergePreviewAsync(
        [ID("Member")] Guid keptId, [ID("Member")] Guid droppedId, MemberMerging merging, CancellationToken cancellationToken) =>
        merging.PreviewAsync(keptId, droppedId, cancellationToken);

    /// <summary>The record of a person by the id of a record that was merged into it, or into one that was; null where none was.</summary>
    /// <param name="formerId">The id that the record had.</param>
    /// <param name="db">The register.</param>
    /// <param name="cancellationToken">Cancels.</param>
    [Requires(MembersPermissions.Read)]
    [References("Member")]
    [Classified(DataClass.Basic)]
    public static async Task<Guid?> MemberOfFormerRecordAsync([ID("Member")] Guid formerId, MembersDbContext db, CancellationToken cancellationToken)
    {
        var standing = db.Set<MemberMerge>().AsNoTracking().Where(merge => merge.State == MemberMergeState.Merged);
        Guid? found = null;
        for (Guid? next = formerId; next is { } asked;)
        {
            next = await standing.Where(merge => merge.DroppedMemberId == asked).Select(merge => (Guid?)merge.KeptMemberId).SingleOrDefaultAsync(cancellationToken);
            found = next ?? found;
        }

        return found;
    }
}

internal sealed class MemberMergeQueries : QueryFields
{
    protected override void Define(QueryBuilder query) =>
        query.Connection<MemberMerge>("memberMerges", "The merges of two records of one person that were proposed, carried out, rejected or undone, the latest first.");
}

internal sealed class MemberMergeType : EntityType<MemberMerge, MembersDbContext>
{
    protected override void Define(EntityTypeBuilder<MemberMerge> merge)
    {
        merge.Name("MemberMerge").Requires(MembersPermissions.Merge);
        merge.Describe("Two records of one person that become, or became, one (gộp hồ sơ trùng).");
        merge.Field(m => m.Id, DataClass.Internal).Named("key");
        merge.Field(m => m.Version, "Rises with every change; a change sends the version that was read.", DataClass.Internal);
        merge.Field(m => m.State, DataClass.Internal);
        merge.Reference("kept", "Member", m => m.KeptMemberId, "The record that stays.");
        merge.Reference("dropped", "Member", m => m.DroppedMemberId, "The record that goes; null once it is merged.");
        merge.Field(m => m.DroppedName, DataClass.Basic);
        merge.Field(m => m.Taken, DataClass.Internal);
        merge.Field(m => m.Reason, DataClass.Basic);
        merge.Field(m => m.Document, DataClass.Internal);
        merge.Field(m => m.ProposedAt, DataClass.Internal);
        merge.Field(m => m.ProposedBy, DataClass.Internal);
        merge.Field(m => m.ClosedAt, DataClass.Internal);
        merge.Field(m => m.ClosedBy, DataClass.Internal);
        merge.Field(m => m.UndoneAt, DataClass.Internal);
        merge.Field(m => m.UndoneBy, DataClass.Internal);
        merge.Field(m => m.UndoneBecause, DataClass.Basic);
        merge.Filter(m => m.State);
        merge.Sortable("PROPOSED", m => m.ProposedAt).SortedBy("PROPOSED", descending: true);
    }
}
