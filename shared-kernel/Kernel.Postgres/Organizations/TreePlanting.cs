using Modular.Kernel.Organizations;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Organizations;

/// <summary>Gives new organizations their places, parents first, whatever the order in which they come.</summary>
internal sealed class TreePlanting(TreeConnection connection)
{
    private const string LabelsSql = "select nextval('kernel.organization_label') from generate_series(1, $1)";

    private const string PlacesSql =
        $"select {TreeRow.Columns} from kernel.organization_tree where province_id = $1 and organization_id = any($2)";

    private const string InsertSql =
        """
        insert into kernel.organization_tree (province_id, organization_id, parent_id, path, depth, kind, valid, standing)
        select $1, place.organization_id, place.parent_id, place.path, place.depth, place.kind, place.valid, place.standing
        from unnest($2, $3, $4, $5, $6, $7, $8) as place (organization_id, parent_id, path, depth, kind, valid, standing)
        """;

    private readonly Dictionary<Guid, List<TreeRow>> places = [];
    private readonly List<(TreeRow Row, NpgsqlRange<DateOnly> Standing)> planted = [];

    /// <summary>Plants all, in the running change.</summary>
    /// <exception cref="InvalidOperationException">A parent has no place on the day, an organization has one already, or parents go in a circle.</exception>
    public async Task PlantAsync(IReadOnlyCollection<OrganizationPlacement> placements, CancellationToken cancellationToken)
    {
        if (placements.Count == 0)
            return;
        await ReadKnownPlacesAsync(placements, cancellationToken);
        var labels = await DrawLabelsAsync(placements.Count, cancellationToken);
        var waiting = placements.ToLookup(placement => placement.ParentId);
        var next = new Queue<OrganizationPlacement>(placements.Where(HasKnownParent));
        while (next.TryDequeue(out var placement))
        {
            Plant(placement, labels.Dequeue());
            foreach (var below in waiting[placement.OrganizationId])
                next.Enqueue(below);
        }

        if (labels.Count > 0)
            throw TreeErrors.Circle(placements.Select(placement => placement.OrganizationId).Where(id => !places.ContainsKey(id)));
        await InsertAsync(cancellationToken);

        bool HasKnownParent(OrganizationPlacement placement) =>
            placement.ParentId is not { } parent || places.ContainsKey(parent);
    }

    private void Plant(OrganizationPlacement placement, string label)
    {
        if (places.ContainsKey(placement.OrganizationId))
            throw TreeErrors.AlreadyPlaced(placement.OrganizationId);
        var period = Days.Between(placement.From, placement.To);
        var rows = placement.ParentId is { } parent
            ? RowsBelow(places[parent], placement, period, label)
            : [new TreeRow(placement.OrganizationId, null, label, 0, placement.Kind, period)];
        places.Add(placement.OrganizationId, rows);
        for (var index = 0; index < rows.Count; index++)
            planted.Add((rows[index], StandingOf(rows[index].Valid, isFirst: index == 0, isLast: index == rows.Count - 1)));
    }

    // The parent may have moved since the day from which the new organization counts: one row for each place that it had.
    private static List<TreeRow> RowsBelow(
        List<TreeRow> parents, OrganizationPlacement placement, NpgsqlRange<DateOnly> period, string label)
    {
        var rows = new List<TreeRow>(1);
        var covered = placement.From;
        foreach (var parent in parents)
        {
            var common = Days.Common(parent.Valid, period);
            if (common.IsEmpty)
                continue;
            if (Days.First(common) != covered)
                throw TreeErrors.NoPlace(parent.OrganizationId, covered);
            covered = Days.End(common);
            rows.Add(new TreeRow(
                placement.OrganizationId, parent.OrganizationId, parent.Path + label, parent.Depth + 1, placement.Kind, common));
        }

        return covered == Days.End(period) ? rows : throw TreeErrors.NoPlace(parents[0].OrganizationId, covered);
    }

    private static NpgsqlRange<DateOnly> StandingOf(NpgsqlRange<DateOnly> valid, bool isFirst, bool isLast) => new(
        isFirst ? default : valid.LowerBound,
        !isFirst,
        isFirst,
        isLast ? default : valid.UpperBound,
        false,
        isLast);

    private async Task ReadKnownPlacesAsync(IEnumerable<OrganizationPlacement> placements, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. placements.Select(placement => placement.OrganizationId)
            .Concat(placements.Where(placement => placement.ParentId is not null).Select(placement => placement.ParentId!.Value))
            .Distinct()];
        await using var command = new NpgsqlCommand(PlacesSql, connection.OfChange);
        command.Parameters.Add(new NpgsqlParameter { Value = connection.Province });
        command.Parameters.Add(new NpgsqlParameter { Value = asked });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = TreeRow.Read(reader);
            if (!places.TryGetValue(row.OrganizationId, out var rows))
                places.Add(row.OrganizationId, rows = []);
            rows.Add(row);
        }

        foreach (var rows in places.Values)
            rows.Sort((one, other) => Days.First(one.Valid).CompareTo(Days.First(other.Valid)));
        var planned = placements.Select(placement => placement.OrganizationId).ToHashSet();
        foreach (var placement in placements)
        {
            if (places.ContainsKey(placement.OrganizationId))
                throw TreeErrors.AlreadyPlaced(placement.OrganizationId);
            if (placement.ParentId is { } parent && !places.ContainsKey(parent) && !planned.Contains(parent))
                throw TreeErrors.NoPlace(parent, placement.From);
        }
    }

    private async Task<Queue<string>> DrawLabelsAsync(int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LabelsSql, connection.OfChange);
        command.Parameters.Add(new NpgsqlParameter { Value = count });
        var labels = new Queue<string>(count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            labels.Enqueue(TreeLabel.Of(reader.GetInt64(0)));
        return labels;
    }

    private async Task InsertAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(InsertSql, connection.OfChange) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter { Value = connection.Province });
        Add(NpgsqlDbType.Uuid, place => place.Row.OrganizationId);
        Add(NpgsqlDbType.Uuid, place => place.Row.ParentId);
        Add(NpgsqlDbType.Text, place => place.Row.Path);
        Add(NpgsqlDbType.Integer, place => place.Row.Depth);
        Add(NpgsqlDbType.Text, place => place.Row.Kind);
        Add(NpgsqlDbType.DateRange, place => place.Row.Valid);
        Add(NpgsqlDbType.DateRange, place => place.Standing);
        await command.ExecuteNonQueryAsync(cancellationToken);

        void Add<T>(NpgsqlDbType type, Func<(TreeRow Row, NpgsqlRange<DateOnly> Standing), T> value) =>
            command.Parameters.Add(new NpgsqlParameter { Value = planted.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
