using Modular.Kernel.GraphQL;
using Modular.Members.Cards;
using Modular.Members.Contracts;

namespace Modular.Members.People;

/// <summary>How lists of members are filtered, sorted and searched; an index serves each.</summary>
internal static class MemberLists
{
    public static void Define(EntityTypeBuilder<Member> member)
    {
        member
            .FilterByOrganization("organization", "Those of a cell, or of all cells of an organization.", m => m.OrganizationId)
            .Filter(m => m.Status)
            .Filter(m => m.Sex)
            .Filter(m => m.BirthDate)
            .Filter(m => m.AdmissionDecidedOn)
            .Filter(m => m.JoinedOn)
            .Filter(m => m.OfficialOn)
            .Filter(m => m.PartyAgeFrom)
            .Filter(m => m.LeftOn)
            .Filter(m => m.EthnicGroup)
            .Filter(m => m.Religion)
            .Filter(m => m.GeneralEducation)
            .Filter(m => m.ProfessionalLevel)
            .Filter(m => m.PoliticalTheory)
            .Filter(m => m.CitizenId)
            .Filter(m => m.CardNumber)
            .Filter(m => m.CvNumber)
            .Filter<bool>("hasCard", "Those with, or without, a Party card.", (m, value) => $"({m[row => row.CardNumber]} is not null) = {value}")
            .Filter<CardFault>(
                "cardReportedAs", "Those whose card in force was reported as lost or damaged (MEM-13).",
                (m, value) => $"""
                    exists (
                        select from members.party_card as card
                        where card.province_id = {m[row => row.ProvinceId]} and card.member_id = {m[row => row.Id]}
                            and upper_inf(card.valid) and card.reported_as = {value})
                    """)
            .Filter<bool>(
                "hasCitizenId", "Those with, or without, a citizen identity number (MEM-09).",
                (m, value) => $"({m[row => row.CitizenId]} is not null) = {value}")
            .Filter<bool>(
                "isMember", "Those who are probationary or official members, or those who are not.",
                (m, value) => $"({m[row => row.Status]} in ({m.Value(row => row.Status, MembershipStatus.Probationary)}, {m.Value(row => row.Status, MembershipStatus.Official)})) = {value}")
            .Filter<DateOnly>(
                "memberOn", "Those who were members on a day, whatever they are now.",
                (m, value) => $"{m[row => row.JoinedOn]} <= {value} and ({m[row => row.LeftOn]} is null or {m[row => row.LeftOn]} > {value})")
            .Filter<MembershipFlag>(
                "flag", "Those on whom a flag is set today.",
                (m, value) => $"""
                    exists (
                        select from members.membership_flag as flag
                        where flag.province_id = {m[row => row.ProvinceId]} and flag.member_id = {m[row => row.Id]}
                            and flag.flag = {value} and flag.valid @> {m.Today})
                    """);

        member
            .Sortable("NAME", m => m.SortKey)
            .Sortable("BIRTH_DATE", m => m.BirthDate)
            .Sortable("ADMISSION_DATE", m => m.JoinedOn)
            .Sortable("CARD_NUMBER", m => m.CardNumber)
            .SortedBy("NAME")
            .Search(m => m.SearchKey, rareRows: "members.rare_bearers");
    }
}
