using Modular.Organizations.Register;

namespace Modular.Organizations.Founding;

/// <summary>An organization that is about to be founded.</summary>
internal sealed record NewOrganization
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public required string Kind { get; init; }

    public string? Subkind { get; init; }

    public required string Era { get; init; }

    public Guid? ParentId { get; init; }

    public bool HasSuperiorPowers { get; init; }

    public required DateOnly FoundedOn { get; init; }

    public OrganizationDetails Details { get; init; } = new();
}
