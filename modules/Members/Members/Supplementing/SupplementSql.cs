namespace Modular.Members.Supplementing;

/// <summary>How records are filled from a list, as sets. What a row changes stands in the history under the row's identifier, by which it is undone.</summary>
internal static class SupplementSql
{
    private static readonly (string Column, string Staged, string Name)[] Fields =
    [
        ("citizen_id", "citizen_id", "citizenId"),
        ("religion", "religion", "religion"),
        ("native_place", "native_place", "nativePlace"),
        ("birth_place", "birth_place", "birthPlace"),
        ("occupation", "occupation", "occupation"),
        ("general_education", "general_education", "generalEducation"),
        ("professional_level", "professional_level", "professionalLevel"),
        ("political_theory", "political_theory", "politicalTheory"),
        ("phone", "phone_digits", "phone"),
        ("email", "email", "email"),
    ];

    /// <summary>Fills the records.</summary>
    public static string Apply { get; } = $"""
        update members.member as member
        set version = member.version + 1, {Assignments("after")}
        from accepted as told
        where member.province_id = @province and member.id = told.member_id and told.changes <> jsonb_build_object()
        """;

    /// <summary>Writes what was filled into the history.</summary>
    public const string TellHistory =
        """
        insert into kernel.edits (province_id, id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason, document)
        select @province, id, (select generation from kernel.outbox_generation), 'members', 'Member', member_id, member_id, organization_id, 'CHANGED', changes,
            @now, @user_id, @user_name, 'Bổ sung theo danh sách', document
        from accepted where changes <> jsonb_build_object()
        """;

    /// <summary>The events.</summary>
    public const string Changed =
        """
        select jsonb_build_object('memberId', member_id, 'fields', (select jsonb_agg(name) from jsonb_object_keys(changes) as name))
        from accepted where changes <> jsonb_build_object()
        """;

    /// <summary>The rows whose records say something else since.</summary>
    public static string ChangedSince { get; } = $"""
        select undone.id
        from undone
        join kernel.edits as told on told.province_id = @province and told.id = undone.id
        left join members.member as member on member.province_id = @province and member.id = told.entity_id
        where member.id is null or {string.Join(" or ", Fields.Select(field => $"(told.changes ? '{field.Name}' and member.{field.Column} is distinct from told.changes -> '{field.Name}' ->> 'after')"))}
        """;

    /// <summary>Puts back what was there.</summary>
    public static string Undo { get; } = $"""
        update members.member as member
        set version = member.version + 1, {string.Join(", ", Fields.Select(field => $"{field.Column} = case when told.changes ? '{field.Name}' then told.changes -> '{field.Name}' ->> 'before' else member.{field.Column} end"))}
        from undone join kernel.edits as told on told.province_id = @province and told.id = undone.id
        where member.province_id = @province and member.id = told.entity_id
        """;

    /// <summary>Writes into the history that it was put back.</summary>
    public const string TellUndone =
        """
        insert into kernel.edits (province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_id, user_name, reason)
        select @province, (select generation from kernel.outbox_generation), 'members', 'Member', told.entity_id, told.subject_id, told.organization_id, 'CHANGED', (
                select jsonb_object_agg(name, jsonb_strip_nulls(jsonb_build_object('before', change -> 'after', 'after', change -> 'before')))
                from jsonb_each(told.changes) as field (name, change)),
            @now, @user_id, @user_name, 'Hoàn tác bổ sung theo danh sách'
        from undone join kernel.edits as told on told.province_id = @province and told.id = undone.id
        """;

    /// <summary>What each row changes, and which fields hold something else that is kept.</summary>
    public static string TellChanges(bool overwrites) => $"""
        update staged
        set changes = told.changes, kept = told.kept
        from (
            select given.row_number,
                coalesce(
                    jsonb_object_agg(field.name, jsonb_strip_nulls(jsonb_build_object('before', field.old, 'after', field.new))) filter (where {(overwrites ? "true" : "field.old is null")}),
                    jsonb_build_object()) as changes,
                string_agg(field.name, ', ' order by field.name) filter (where {(overwrites ? "false" : "field.old is not null")}) as kept
            from staged as given
            join members.member as member on member.province_id = @province and member.id = given.member_id
            cross join lateral (values {string.Join(", ", Fields.Select(field => $"('{field.Name}', member.{field.Column}, given.{field.Staged})"))}) as field (name, old, new)
            where field.new is not null and field.new is distinct from field.old
            group by given.row_number
        ) as told
        where staged.row_number = told.row_number;
        update staged set changes = jsonb_build_object() where changes is null;
        """;

    private static string Assignments(string side) => string.Join(", ", Fields.Select(field =>
        $"{field.Column} = coalesce(told.changes -> '{field.Name}' ->> '{side}', member.{field.Column})"));
}
