using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.People;

/// <summary>What an officer should look at in a record. Nothing of it stands in the way of anything.</summary>
internal enum MemberWarning
{
    /// <summary>The first three digits of the citizen identity number are no province's code.</summary>
    CitizenIdHasUnknownProvince,

    /// <summary>The fourth digit of the citizen identity number is of another century or sex.</summary>
    CitizenIdHasOtherCenturyOrSex,

    /// <summary>The fifth and sixth digits of the citizen identity number are of another year.</summary>
    CitizenIdHasOtherBirthYear,

    /// <summary>Neither a citizen identity number nor a card number identifies the member (MEM-09).</summary>
    NoNumberIdentifiesTheMember,
}

[ExtendObjectType("Member")]
internal static class MemberWarnings
{
    /// <summary>What an officer should look at in the record.</summary>
    [Requires(MembersPermissions.Read)]
    [Classified(DataClass.Basic)]
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberWarning>>> GetWarningsAsync(
        [Parents] IReadOnlyList<Guid> members, MembersDbContext db, CancellationToken cancellationToken)
    {
        var found = await db.Members.AsNoTracking()
            .Where(member => members.Contains(member.Id))
            .Select(member => new { member.Id, member.CitizenId, member.CardNumber, member.Sex, member.BirthDate, member.Status })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            member => member.Id,
            IReadOnlyList<MemberWarning> (member) => member.CitizenId is { } citizenId
                ? [.. CitizenId.Doubts(citizenId, member.Sex, member.BirthDate)]
                : WithoutCitizenId(member.Status, member.CardNumber));
    }

    private static MemberWarning[] WithoutCitizenId(MembershipStatus status, string? cardNumber) =>
        status == MembershipStatus.Official && cardNumber is null ? [MemberWarning.NoNumberIdentifiesTheMember] : [];
}
