using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Registration;

namespace Modular.Members.Tests.Badges;

/// <summary>Members whose Party age counts from a day long ago.</summary>
internal static class Veterans
{
    public static RegisterMemberInput Since(Guid cell, DateOnly admitted, int number) => Newcomers.Official(cell, number) with
    {
        Person = Newcomers.Person(number) with { BirthDate = admitted.AddYears(-25) },
        Membership = new MembershipDates
        {
            AdmissionDecidedOn = admitted,
            CeremonyOn = admitted.AddDays(10),
            OfficialOn = admitted.AddDays(10).AddYears(1),
        },
        Status = MembershipStatus.Official,
    };

    public static Task<Member> RegisterAsync(SmallProvince province, DateOnly admitted, int number) =>
        province.RegisterAsync(Since(province.FirstCell, admitted, number));
}
