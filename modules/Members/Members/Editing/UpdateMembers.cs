using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;

namespace Modular.Members.Editing;

[MutationType]
internal static class UpdateMembers
{
    /// <summary>
    /// Changes what the records say about several persons: all of them, or none when something stands against one. Each error names its place,
    /// for instance <c>input.members.4.phone</c>. Corrections follow the same procedure as in <c>updateMember</c> (MEM-08), with one reason and one
    /// document for all.
    /// </summary>
    [Requires(MembersPermissions.Edit)]
    [Error<MemberIsOutOfYourReach>]
    [Error<CorrectionTakesAnotherPermission>]
    [Error<CorrectionNeedsReasonAndDocument>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<NameMustConsistOfLetters>]
    [Error<BirthDateIsTooEarly>]
    [Error<CitizenIdMustHaveTwelveDigits>]
    [Error<CitizenIdIsTaken>]
    [Error<DateLiesInTheFuture>]
    [Error<DayIsBeforeBirth>]
    [Error<MemberMustBeOldEnoughAtAdmission>]
    public static Task<Result<List<Member>>> UpdateMembersAsync(UpdateMembersInput input, MemberEditing editing, CancellationToken cancellationToken) =>
        editing.RunAsync(input, cancellationToken);
}
