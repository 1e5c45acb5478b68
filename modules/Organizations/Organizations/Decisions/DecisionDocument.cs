using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Data;

namespace Modular.Organizations.Decisions;

/// <summary>A decision (quyết định) on which events of organizations rest.</summary>
internal sealed class DecisionDocument : IProvinceOwned
{
    private DecisionDocument()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Number and symbol, for instance <c>1533-QĐ/TU</c>.</summary>
    public string Number { get; private set; } = "";

    public DateOnly DecidedOn { get; private set; }

    public string Authority { get; private set; } = "";

    public Guid? AuthorityOrganizationId { get; private set; }

    public string? Excerpt { get; private set; }

    /// <summary>The decision as it was entered; one on which an earlier act of the same change rests is not entered again.</summary>
    public static DecisionDocument Enter(OrganizationsDbContext db, Decision decision)
    {
        if (db.Decisions.Local.FirstOrDefault(known => known.Says(decision)) is { } entered)
            return entered;
        var document = Of(decision);
        db.Decisions.Add(document);
        return document;
    }

    /// <summary>The decision as the rules see it.</summary>
    public Decision Read() => new(Number, DecidedOn, Authority, AuthorityOrganizationId, Excerpt);

    private bool Says(Decision decision) => Read() == decision;

    private static DecisionDocument Of(Decision decision) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = decision.Number,
        DecidedOn = decision.DecidedOn,
        Authority = decision.Authority,
        AuthorityOrganizationId = decision.AuthorityOrganizationId,
        Excerpt = decision.Excerpt,
    };
}

/// <summary>A decision as the rules see it.</summary>
/// <param name="Number">Number and symbol.</param>
/// <param name="DecidedOn">The date of the decision.</param>
/// <param name="Authority">Who decided, as the document names it.</param>
/// <param name="AuthorityOrganizationId">Who decided, where it is an organization of the province's tree.</param>
/// <param name="Excerpt">What was decided.</param>
internal sealed record Decision(string Number, DateOnly DecidedOn, string Authority, Guid? AuthorityOrganizationId, string? Excerpt);
