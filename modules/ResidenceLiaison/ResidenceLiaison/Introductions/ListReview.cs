using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Introductions;

/// <summary>A review of the list of a workplace's members (rà soát danh sách), RES-01.</summary>
internal sealed class ListReview : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The grassroots organization whose list it is.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly ReviewedOn { get; init; }

    /// <summary>How many members were on the list.</summary>
    public int Listed { get; init; }

    /// <summary>How many came onto the list.</summary>
    public int Added { get; init; }

    /// <summary>How many left the list.</summary>
    public int Ended { get; init; }

    /// <summary>Of how many the list said something that was not true any more.</summary>
    public int Changed { get; init; }
}

/// <summary>A review of the lists of an organization and all below it.</summary>
internal sealed record ReviewResidenceListInput
{
    /// <summary>The organization: a grassroots organization, or one above several of them.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }
}

[MutationType]
internal static class ListReviewMutations
{
    /// <summary>
    /// Compares the list of members who are to be introduced with the register of members (RES-01): whoever is missing comes onto it, whoever left goes off, and what it says of the others is
    /// brought up to date. There is a review for each grassroots organization; it is due again after a year.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.KeepList)]
    [Error<ListIsTooLong>]
    public static Task<Result<List<ListReview>>> ReviewResidenceListAsync(
        ReviewResidenceListInput input, ListReviewing reviewing, CancellationToken cancellationToken) => reviewing.RunAsync(input, cancellationToken);
}

/// <summary>So many members are reviewed below one by one.</summary>
/// <param name="Members">How many there are.</param>
/// <param name="Most">How many are reviewed in one go.</param>
internal sealed record ListIsTooLong(int Members, int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.EverybodyIsIntroduced;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tổ chức có {Members} đảng viên, nhiều hơn {Most}; hãy rà soát từng tổ chức trực thuộc.",
        $"There are {Members} members, more than {Most}; review the organizations below one by one.");
}
