using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Imports;

namespace Modular.Organizations.Committees.Importing;

/// <summary>What a file must say rightly before the rules of committees are asked.</summary>
internal static class CommitteePostChecks
{
    public static void Define(ImportFormatBuilder format)
    {
        CheckOrganizations(format);
        CheckTerms(format);
        CheckHolders(format);
        ImportedDecisions.Check(format);
        format.CheckByCode(CommitteeRules.FindAsync);
    }

    private static void CheckOrganizations(ImportFormatBuilder format) => format
        .CheckCodes()
        .Check("organization_code", new ImportedOrganizationIsNotActive(),
            "select row_number, inactive_name from staged where inactive_name is not null");

    private static void CheckTerms(ImportFormatBuilder format) => format
        .Check("term_from", new NewTermIsIncomplete(),
            """
            select row_number, term_number from staged
            where term_id is null and organization_id is not null and term_number is not null and (opens_on is null or size is null)
            """)
        .Check("term_number", new RowsSayDifferentThingsOfTheTerm(),
            """
            select row_number, term_number from staged
            where (term_from is not null and term_from <> opens_on)
                or (term_to is not null and term_to + 1 <> ends_before)
                or (committee_size is not null and committee_size <> size)
                or (standing_size is not null and standing_size <> standing)
            """)
        .Check("term_number", new OrganizationHasOneTermInTheFile(),
            """
            select row_number, first_term from (
                select row_number, term_number, first_value(term_number) over (partition by organization_id order by row_number) as first_term
                from staged where organization_id is not null and term_number is not null
            ) as named
            where term_number <> first_term
            """)
        .Check("term_number", new AnotherTermIsNotOver(),
            """
            select staged.row_number, other.number, to_char(upper(other.valid), 'DD/MM/YYYY') from staged
            join organizations.committee_term as other on other.province_id = @province and other.organization_id = staged.organization_id
                and other.number <> staged.term_number and upper(other.valid) > staged.opens_on
            where staged.term_id is null
            """);

    private static void CheckHolders(ImportFormatBuilder format) => format
        .Check("member_number", new MemberNumberIsUnknown(),
            "select row_number, member_number from staged where member_number is not null and member_id is null")
        .Check("full_name", new NumberIsOfSomebodyElse(),
            "select row_number, member_number from staged where name_key is not null and name_key <> registered_name_key")
        .Check("member_number", new PostTakesAnOfficialMember(),
            "select row_number from staged where member_id is not null and starts_on is not null and is_official is not true")
        .Check("member_number", new MemberBelongsElsewhere(),
            "select row_number from staged where is_official and organization_id is not null and is_in_place is not true");
}
