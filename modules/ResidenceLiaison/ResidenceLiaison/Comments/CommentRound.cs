using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>That the cells of a commune, or of the province, are to comment on their working members for a year (đợt nhận xét hằng năm), RES-05.</summary>
internal sealed class CommentRound : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization whose cells are asked, with all below it.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>The day on which it was opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>The last day on which comments go to the workplaces.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What the cells are told with it.</summary>
    public string? Note { get; init; }
}
