using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>A year that is closed.</summary>
internal sealed record CloseResidenceYearInput
{
    /// <summary>The organization, for itself and all below it.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The year, which is over.</summary>
    public required int Year { get; init; }
}

[MutationType]
internal static class YearClosingMutations
{
    /// <summary>
    /// Closes a year of an organization and all below it (chốt số liệu năm): who was introduced, commended and warned by the register stays as it is now, whatever is recorded later (RES-13).
    /// A year that was reported or closed is not closed again.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.ImportFigures)]
    [Error<YearOfOrganizationIsNotOverYet>]
    [Error<YearIsClosedAlready>]
    public static Task<Result<YearFigure>> CloseResidenceYearAsync(
        CloseResidenceYearInput input, YearClosing closing, CancellationToken cancellationToken) => closing.RunAsync(input, cancellationToken);
}

/// <summary>Keeps the figures of a year as they are.</summary>
internal sealed class YearClosing(IWrite<LiaisonDbContext> write, LiaisonFigures figures, IOrganizationTree tree, Reaches reaches)
{
    private const string Once = "organization_reports_a_year_once";

    public Task<Result<YearFigure>> RunAsync(CloseResidenceYearInput input, CancellationToken cancellationToken) =>
        write.When(Once, () => new YearIsClosedAlready(input.Year) { Field = "input.year" }).RunAsync((db, ct) => CloseAsync(db, input, ct), cancellationToken);

    private async Task<Result<YearFigure>> CloseAsync(LiaisonDbContext db, CloseResidenceYearInput input, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(input.OrganizationId, db.Today, cancellationToken) is null
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.ImportFigures, input.OrganizationId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.organizationId" };
        }

        if (input.Year >= db.Today.Year)
            return new YearOfOrganizationIsNotOverYet(input.Year) { Field = "input.year" };
        var found = (await figures.OfYearsAsync([input.OrganizationId], input.Year, input.Year, cancellationToken))[input.OrganizationId].FirstOrDefault();
        if (found is null)
            return new NotFound("Organization") { Field = "input.organizationId" };
        if (found.ReportedBy > 0)
            return new YearIsClosedAlready(input.Year) { Field = "input.year" };
        var closed = YearFigure.Close(input.OrganizationId, found);
        db.YearFigures.Add(closed);
        return closed;
    }
}
