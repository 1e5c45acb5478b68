using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Records;

namespace Modular.Members.Editing;

[MutationType]
internal static class UpdateMember
{
    /// <summary>
    /// Changes what a record says about a person. Correcting a name, sex, birth date, ethnic group or number of identity is a regulated
    /// procedure (MEM-08): it takes the permission <c>members.correct</c>, a reason and a document.
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
    public static Task<Result<Member>> UpdateMemberAsync(UpdateMemberInput input, MemberEditing editing, CancellationToken cancellationToken) =>
        editing.RunAsync(input, cancellationToken);
}
