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
    /// <summary>The history of edits.</summary>
    public static readonly SealedLog Edits = new(
        "kernel.edits",
        "kernel.edit_seals",
        "modular edits v1",
        0x5ea1,
        """
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, e.module, e.entity, e.entity_id, e.entity_key, e.subject_id,
            e.organization_id, e.action, e.changes, extract(epoch from e.made_at), e.user_id, e.user_name, e.reason, e.document)::text, 'UTF8'))
        """,
        "e.module, e.entity, e.entity_id, e.made_at");

    /// <summary>The log of sensitive reads.</summary>
    public static readonly SealedLog Reads = new(
        "kernel.sensitive_reads",
        "kernel.sensitive_read_seals",
        "modular reads v1",
        0x5ea2,
        """
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, extract(epoch from e.read_at), e.user_id, e.user_name, e.subject_type, e.fields,
            e.subject_count, e.subjects, e.purpose, e.client, e.operation, e.request_id)::text, 'UTF8'))
        """,
        "'kernel', e.subject_type, e.id, e.read_at");
}
