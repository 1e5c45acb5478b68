using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>Plans meetings.</summary>
internal sealed class MeetingPlanning(IWrite<LiaisonDbContext> write, Reaches reaches, IOrganizationTree tree)
{
    public Task<Result<Meeting>> RunAsync(PlanResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Agenda, Wording.LongText, "input.agenda"),
            .. Wording.CheckLength(input.Place, Wording.ShortText, "input.place"),
        ];
        if (!LiesIn(input.Period, input.PlannedOn))
            problems.Add(new DayIsOutsideTheHalfYear(input.PlannedOn) { Field = "input.plannedOn" });
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            : write.When("cell_meets_once_in_a_half_year", () => new CellMeetsOnceInAHalfYear { Field = "input.period" })
                .RunAsync((db, ct) => PlanAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<Meeting>> PlanAsync(LiaisonDbContext db, PlanResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        if (await tree.HoldAsync(input.CellId, db.Today, cancellationToken) is not { } cell
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.HoldMeetings, input.CellId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.cellId" };
        }

        if (!OrganizationKinds.HoldsMembers(cell.Kind))
            return new OnlyCellsMeetLiaisonMembers { Field = "input.cellId" };
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(),
            CellId = input.CellId,
            Year = input.PlannedOn.Year,
            Period = input.Period,
            PlannedOn = input.PlannedOn,
            Agenda = Wording.Clean(input.Agenda)!,
            Place = Wording.Clean(input.Place),
        };
        db.Meetings.Add(meeting);
        return meeting;
    }

    private static bool LiesIn(MeetingPeriod period, DateOnly day) => period switch
    {
        MeetingPeriod.FirstHalf => day.Month <= 6,
        MeetingPeriod.SecondHalf => day.Month > 6,
        _ => true,
    };
}
