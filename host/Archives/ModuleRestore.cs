using System.Globalization;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;

namespace Modular.Host.Archives;

/// <summary>Puts an export into a module that has no data in the province, in the database that it came from or in another one.</summary>
internal sealed class ModuleRestore(TimeProvider clock, ILogger<ModuleRestore> log)
{
    // Digits of labels in paths of the tree, as the kernel counts them.
    private const string LabelDigits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Puts the data back; the rows are then compared with the export.</summary>
    /// <param name="owner">The owner's way into the database.</param>
    /// <param name="module">The module, at the same migration as the one that was exported; the province has it disabled.</param>
    /// <param name="province">The province of the same code.</param>
    /// <param name="folder">The export.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is put back then.</param>
    /// <returns>How many rows came back.</returns>
    /// <exception cref="ArchiveException">The export does not fit, is not complete, or the module has data.</exception>
    public async Task<long> RunAsync(string owner, InstalledModule module, Province province, string folder, string reason, CancellationToken cancellationToken)
    {
        var manifest = await ArchiveManifest.ReadAsync(folder, cancellationToken);
        if ((manifest.Module, manifest.ProvinceId) != (module.Id, province.Id.Value))
            throw new ArchiveException($"The export is of the module '{manifest.Module}' in {manifest.Province}, code {manifest.ProvinceId}.");
        foreach (var table in manifest.Tables)
            await TableFiles.CheckAsync(folder, table, cancellationToken);

        await using var session = await ArchiveSession.ChangeAsync(owner, module, province, cancellationToken);
        if (manifest.Migration != session.Migration)
            throw new ArchiveException($"The export is of migration {manifest.Migration} of the module, installed is {session.Migration}. Install the version {manifest.Version}, put it back, and update then.");

        var isSameDatabase = manifest.Database == await session.DatabaseAsync(cancellationToken);
        var coming = session.Tables.Where(table => table.Kept == KeptRows.WithTheModule || (isSameDatabase && table.Kept == KeptRows.WithTheDatabase)).ToList();
        var rows = 0L;
        foreach (var table in coming)
            rows += await PutBackAsync(session, table, manifest, folder, cancellationToken);
        if (!isSameDatabase)
            await session.ExecuteAsync(FromNowOnSql(session), cancellationToken);
        if (coming.Exists(table => table.FullName == "kernel.organization_tree"))
            await NumberBehindAsync(session, cancellationToken);
        await session.CommitAsync("CREATED", ArchiveDigest.Of(manifest), reason, clock.GetUtcNow(), cancellationToken);
        await GrownTables.AnalyzeAsync(session.Connection, log, CancellationToken.None);
        return rows;
    }

    private static async Task<long> PutBackAsync(ArchiveSession session, ModuleTable table, ArchiveManifest manifest, string folder, CancellationToken cancellationToken)
    {
        var archived = manifest.Tables.FirstOrDefault(known => known.Name == table.FullName)
            ?? throw new ArchiveException($"The export has no table {table.FullName}.");
        if (!archived.Columns.SequenceEqual(table.Columns))
            throw new ArchiveException($"The columns of {table.FullName} are others than those of the export.");
        if (await session.ScalarAsync<bool>($"select exists (select from {table.Sql}{table.Condition})", cancellationToken))
            throw new ArchiveException($"The table {table.FullName} has rows in {session.Province.Slug}; data are put back into an empty module only.");

        await TableFiles.ReadAsync(session.Connection, table, folder, cancellationToken);
        var present = await TableFiles.WriteAsync(session.Connection, table, Stream.Null, cancellationToken);
        return present.Sha256 == archived.Sha256
            ? present.Rows
            : throw new ArchiveException($"The table {table.FullName} would not come back as it was exported.");
    }

    // The export knows nothing of this database's events, and its state is what came of those that were before: the module follows from here on.
    private static string FromNowOnSql(ArchiveSession session) =>
        $"""
        insert into kernel.outbox_positions (province_id, module, generation, transaction_id, sequence, moved_at)
        select {session.Province.Id}, '{session.Module.Id}', g.generation, coalesce(last.transaction_id, '0'), coalesce(last.sequence, 0), now()
        from kernel.outbox_generation g
        left join lateral (
            select o.transaction_id, o.sequence from kernel.outbox o where o.province_id = {session.Province.Id} and o.generation = g.generation
            order by o.transaction_id desc, o.sequence desc limit 1) as last on true
        on conflict (province_id, module) do nothing
        """;

    // Labels are numbers of one sequence; organizations that are founded later get labels behind those that came back.
    private static async Task NumberBehindAsync(ArchiveSession session, CancellationToken cancellationToken)
    {
        var last = await session.ScalarAsync<string>(
            """
            select coalesce((
                select label from kernel.organization_tree, lateral substring(path from '([0-9a-z]+)\.$') as label
                order by length(label) desc, label collate "C" desc limit 1), '0')
            """,
            cancellationToken);
        var number = last.Aggregate(0L, (value, digit) => (value * LabelDigits.Length) + LabelDigits.IndexOf(digit, StringComparison.Ordinal));
        await session.ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"select setval('kernel.organization_label', greatest(nextval('kernel.organization_label'), {number}))"),
            cancellationToken);
    }
}
