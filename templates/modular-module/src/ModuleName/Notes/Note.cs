using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace ModuleName.Notes;

/// <summary>A note about an organization (ghi chú).</summary>
internal sealed class Note : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The day on which it was written.</summary>
    public DateOnly WrittenOn { get; init; }

    /// <summary>What it says.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Says something else.</summary>
    public void Say(string content) => Content = content;
}
