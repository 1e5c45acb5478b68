using Modular.Kernel.Documents;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Running;

/// <summary>An export whose turn it is at this host.</summary>
internal sealed record ClaimedExport
{
    public required ProvinceId Province { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Which attempt it is; another host that takes it up has a higher one.</summary>
    public required int Attempt { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    public required string Credential { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string Title { get; init; }

    public required string Purpose { get; init; }

    public required DocumentFormat Format { get; init; }

    public required Language Language { get; init; }

    public required string Query { get; init; }

    public required string? Variables { get; init; }

    public required string[] Columns { get; init; }

    public required string[] Headings { get; init; }

    public required bool IsSensitive { get; init; }

    public required string? DecidedByName { get; init; }
}
