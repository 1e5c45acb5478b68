using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// A row that belongs to a province: every entity of a module. The key starts with <see cref="ProvinceId"/>, which is
/// stamped when the entity is added and guarded by row-level security beneath.
/// </summary>
public interface IProvinceOwned
{
    /// <summary>The province; leave it to the database context to set it.</summary>
    ProvinceId ProvinceId { get; }
}

/// <summary>A row that people change: each update raises its version and fails when somebody else was faster.</summary>
public interface IVersioned
{
    /// <summary>1 for a new row, one more with each update.</summary>
    int Version { get; }
}
