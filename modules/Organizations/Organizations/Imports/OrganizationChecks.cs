using Modular.Kernel.Postgres.Imports;

namespace Modular.Organizations.Imports;

/// <summary>The rules of <c>foundOrganization</c> over a whole file: each is one statement.</summary>
internal static class OrganizationChecks
{
    public static void Define(ImportFormatBuilder format)
    {
        CheckCodes(format);
        CheckParents(format);
        CheckKinds(format);
        CheckNames(format);
        CheckOthers(format);
    }

    private static void CheckCodes(ImportFormatBuilder format) => format
        .Check("code", new CodeIsInTheRegister(), InRegister("code_key", "INTERNAL"))
        .Check("grouped_code", new CodeIsInTheRegister(), InRegister("grouped_key", "REGULATION208"))
        .Check("grouped_code", new CodeDoesNotFitTheKind(),
            """
            select row_number, grouped_key, kind.vietnamese_name from staged join organizations.kind as kind on kind.code = staged.kind
            where grouped_key is not null and array_length(string_to_array(grouped_key, '.'), 1) is distinct from kind.code_groups
            """)
        .Check("grouped_code", new CodeDoesNotContinueTheSuperiors(),
            """
            select row_number, grouped_key, parent_code_above from staged
            where grouped_key is not null and parent_code_above is not null and (
                not starts_with(grouped_key, parent_code_above || '.')
                or (length(grouped_key) = 18 and length(parent_code_above) <= 10 and split_part(grouped_key, '.', 4) <> '000'))
            """);

    private static string InRegister(string column, string scheme) => $"""
        select staged.row_number, code.value, organization.name from staged
        join organizations.organization_code as code
            on code.province_id = @province and code.scheme = '{scheme}' and code.value = staged.{column}
        join organizations.organization as organization on organization.province_id = @province and organization.id = code.organization_id
        """;

    private static void CheckParents(ImportFormatBuilder format) => format
        .Check("parent_code", new ParentIsNeeded(), "select row_number from staged where parent_key is null and kind <> 'PROVINCIAL'")
        .Check("parent_code", new ParentCodeIsUnknown(), "select row_number, parent_code from staged where parent_key is not null and parent_id is null")
        .Check("parent_code", new ParentHasEnded(), "select row_number, parent_ended_name from staged where parent_ended_name is not null")
        .Check("parent_code", new ParentsGoInACircle(), "select row_number from staged where is_reached is null")
        .Check("kind", new RootIsThereAlready(),
            """
            select row_number from (
                select row_number, row_number() over (order by row_number) as number from staged where kind = 'PROVINCIAL' and parent_key is null
            ) as root
            where number > 1 or exists (
                select from organizations.organization where province_id = @province and parent_id is null and ended_on is null)
            """)
        .CheckDependents("parent_code", new ParentRowHasErrors(),
            """
            select below.row_number, above.row_number::text from staged as below join staged as above on above.row_number = below.parent_row
            where above.faulty and not below.faulty
            """)
        .Warn("founded_on", new ParentIsYounger(),
            "select row_number, to_char(placed_from, 'DD/MM/YYYY') from staged where founded_on < placed_from")
        .Warn("founded_on", new FoundingDayIsNotExact(),
            "select row_number, to_char(founded_on, 'DD/MM/YYYY') from staged where founded_on_precision <> 'DAY'");

    private static void CheckKinds(ImportFormatBuilder format) => format
        .Check("kind", new KindDoesNotStandThere(),
            """
            select row_number, kind.vietnamese_name, coalesce(parent.vietnamese_name, '–') from staged
            join organizations.kind as kind on kind.code = staged.kind
            left join organizations.kind as parent on parent.code = staged.parent_kind
            where (era is null or is_unused_kind) and (parent_id is not null or staged.kind = 'PROVINCIAL')
            """)
        .Check("subkind", new SubkindDoesNotFit(),
            """
            select row_number from staged
            where case when subkind is null
                then exists (select from organizations.subkind as known where known.kind = staged.kind)
                else not exists (
                    select from organizations.subkind as known
                    where known.kind = staged.kind and known.code = staged.subkind and (known.valid @> staged.founded_on or known.valid @> @today))
                end
            """);

    private static void CheckNames(ImportFormatBuilder format) => format
        .Check("name", new NameIsTakenThere(),
            """
            select staged.row_number from staged
            join organizations.organization as sibling on sibling.province_id = @province and sibling.parent_id = staged.parent_id
                and sibling.sort_key = staged.sort_key and sibling.ended_on is null
            """)
        .Check("name", new NameIsTakenThere(),
            """
            select row_number from (
                select row_number, min(row_number) over (partition by parent_id, sort_key) as first_row from staged where parent_id is not null
            ) as named
            where row_number > first_row
            """);

    private static void CheckOthers(ImportFormatBuilder format)
    {
        ImportedDecisions.Check(format);
        format
            .Check("administrative_unit_code", new AdministrativeUnitIsUnknown(),
                """
                select row_number, administrative_unit_code from staged
                where administrative_unit_code is not null and administrative_unit_id is null
                """)
            .Warn("administrative_unit_code", new AdministrativeUnitIsNoMore(),
                "select row_number, administrative_unit_code, to_char(unit_ended_on, 'DD/MM/YYYY') from staged where unit_ended_on <= @today");
    }
}
