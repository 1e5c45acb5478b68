using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Provinces;
using Modular.Members.People;

namespace Modular.Members.Matching;

/// <summary>A row of a list beside the person of the register whom it is about, or a member whom the list does not name.</summary>
internal sealed class MatchRow : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The run.</summary>
    public Guid RunId { get; private set; }

    /// <summary>The place in the run, by which decisions name the row; members whom the list does not name come last.</summary>
    public int Position { get; private set; }

    /// <summary>The row of the file; null for a member whom the list does not name.</summary>
    public int? RowNumber { get; private set; }

    /// <summary>What came of the comparison.</summary>
    public MatchClass Class { get; private set; }

    /// <summary>What the class rests on; null where nobody is alike.</summary>
    public MatchReason? Reason { get; private set; }

    /// <summary>The person of the register; null where there is none, or where it is not told which.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>The fields of which the row says something else than the register, as the API calls them.</summary>
    public string[] Differing { get; private set; } = [];

    /// <summary>The full name in the list.</summary>
    public string? FullName { get; private set; }

    /// <summary>The order of names, by which they are compared letter by letter.</summary>
    public string? SortKey { get; private set; }

    /// <summary>The sex in the list.</summary>
    public Sex? Sex { get; private set; }

    /// <summary>The birth date in the list; the first day of the month or year where only that is given.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>How exactly the list gives the birth date.</summary>
    public DatePrecision? BirthDatePrecision { get; private set; }

    /// <summary>The citizen identity number in the list.</summary>
    public string? CitizenId { get; private set; }

    /// <summary>The ethnic group in the list.</summary>
    public EthnicGroup? EthnicGroup { get; private set; }

    /// <summary>The native place in the list.</summary>
    public string? NativePlace { get; private set; }

    /// <summary>The card number in the list.</summary>
    public string? CardNumber { get; private set; }

    /// <summary>The CV number in the list.</summary>
    public string? CvNumber { get; private set; }

    /// <summary>The date of joining in the list.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The official date in the list.</summary>
    public DateOnly? OfficialOn { get; private set; }

    /// <summary>The code of the cell in the list.</summary>
    public string? CellCode { get; private set; }

    /// <summary>The cell of that code; null where the province has none.</summary>
    public Guid? CellId { get; private set; }

    /// <summary>What was decided; null while it is open.</summary>
    public MatchDecision? Decision { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided it.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? DecidedBecause { get; private set; }

    /// <summary>Says who of those who may be meant is meant; what differs is told then.</summary>
    public void Confirm(Guid memberId, string[] differing)
    {
        MemberId = memberId;
        Differing = differing;
        Class = differing.Length == 0 ? MatchClass.Identical : MatchClass.Differing;
    }

    /// <summary>Decides what becomes of the row.</summary>
    public void Decide(MatchDecision decision, DateTimeOffset now, string by, string? because)
    {
        (Decision, DecidedAt, DecidedBy, DecidedBecause) = (decision, now, by, because);
        if (decision == MatchDecision.NotTheSame)
            MemberId = null;
    }
}

/// <summary>Somebody of the register whom a row may be about.</summary>
internal sealed class MatchCandidate : IProvinceOwned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The row.</summary>
    public Guid RowId { get; private set; }

    /// <summary>The person.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>What is alike.</summary>
    public MatchReason Reason { get; private set; }
}
