namespace Modular.Kernel.Postgres.History;

/// <summary>
/// An append-only table whose rows are sealed in a chain per province, in the order in which they were committed: the history of edits, and the log of sensitive reads.
/// Each row <c>e</c> has a generation, a transaction and a sequence; its seals stand in a table of their own.
/// </summary>
/// <param name="Rows">The table.</param>
/// <param name="Seals">The table of its seals.</param>
/// <param name="Seed">What the first seal of a province follows from; 16 characters.</param>
/// <param name="LockSpace">The space of advisory locks that lets one host at a time seal a province.</param>
/// <param name="Digest">The digest of a row: of every column, in a form that depends on no setting of the connection. Changing it would break every chain.</param>
/// <param name="What">Which row it is, for whoever looks: module, entity, identifier, moment.</param>
internal sealed record SealedLog(string Rows, string Seals, string Seed, int LockSpace, string Digest, string What)
{
    /// <summary>With what a row is sealed: its digest, or that of what stood there before values were erased.</summary>
    public string SealsWith { get; init; } = Digest;

    /// <summary>With what a row must have been sealed, whoever looks at it later: as <see cref="SealsWith"/>, if what was erased was erased by an act that vouches for it.</summary>
    public string MustBeSealedWith { get; init; } = Digest;

    /// <summary>The form of digest with which rows are sealed now, told in each seal so that older seals still hold; null for a log whose digest has one form.</summary>
    public short? Form { get; init; }

    /// <summary>Joins what was erased of a row; nothing where nothing ever is.</summary>
    public string Erasures { get; init; } = "";

    /// <summary>The history of edits.</summary>
    public static readonly SealedLog Edits = new(
        "kernel.edits",
        "kernel.edit_seals",
        "modular edits v1",
        0x5ea1,
        DigestOfEdit,
        "e.module, e.entity, e.entity_id, e.made_at")
    {
        Erasures =
            """
            left join kernel.edit_erasures as x on x.province_id = e.province_id
                and x.generation = e.generation and x.transaction_id = e.transaction_id and x.sequence = e.sequence
            """,
        // Whether an edit was sealed before it was erased or after must make no difference, because whoever erases cannot know: sealing goes on beside.
        SealsWith = $"coalesce(x.sealed_digest, {DigestOfEdit})",
        // An erased edit counts as what it was sealed with if what is left of it is what the erasure left, it holds no value, and an act of the history vouches for it over all that
        // the act erased. Otherwise it counts as something that nothing was ever sealed with.
        MustBeSealedWith =
            $$"""
            case
                when x.act_id is null then {{DigestOfEdit}}
                when x.left_digest = {{DigestOfEdit}}
                    and not exists (select from jsonb_each(e.changes) as change (field, value) where change.value <> '{"erased": true}')
                    and exists (
                        select from kernel.edits as act
                        where act.province_id = x.province_id and act.entity_id = x.act_id and act.entity = 'Erasure'
                            and act.changes -> 'historyDigest' ->> 'after' = kernel.erasure_digest(x.act_id))
                then x.sealed_digest
                else sha256('')
            end
            """,
    };

    // The one definition is in the database, because erasing asks for the digest there.
    private const string DigestOfEdit = "kernel.digest_of_edit(e, e.changes, e.reason, e.document)";

    /// <summary>The log of sensitive reads.</summary>
    public static readonly SealedLog Reads = new(
        "kernel.sensitive_reads",
        "kernel.sensitive_read_seals",
        "modular reads v1",
        0x5ea2,
        DigestOfRead,
        "'kernel', e.subject_type, e.id, e.read_at")
    {
        Form = 2,
        MustBeSealedWith = $"case s.form when 1 then {FirstDigestOfRead} else {DigestOfRead} end",
    };

    // The persons as bytes: a page of fifty written as JSON takes four times as long. What array_send makes says how long it is, so that no two reads make the same bytes.
    private const string DigestOfRead =
        """
        sha256(array_send(e.subjects) || convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, extract(epoch from e.read_at), e.user_id, e.user_name, e.subject_type, e.fields,
            e.subject_count, e.purpose, e.client, e.operation, e.request_id)::text, 'UTF8'))
        """;

    // What the seals of the first form were made with.
    private const string FirstDigestOfRead =
        """
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, extract(epoch from e.read_at), e.user_id, e.user_name, e.subject_type, e.fields,
            e.subject_count, e.subjects, e.purpose, e.client, e.operation, e.request_id)::text, 'UTF8'))
        """;
}
