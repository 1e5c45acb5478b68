using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.Postgres.Writing.Rows;

/// <summary>
/// Takes what Entity Framework would save row by row, and leaves it to the unit of work to send it: few statements over many rows, in one
/// round trip with history, events and commit.
/// </summary>
internal sealed class RowWriter(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relationalDependencies, ICurrentDbContext current)
    : RelationalDatabase(dependencies, relationalDependencies)
{
    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        ((ModuleDbContext)current.Context).Pending!.Rows.Add(entries);
        return Task.FromResult(entries.Count);
    }
}
