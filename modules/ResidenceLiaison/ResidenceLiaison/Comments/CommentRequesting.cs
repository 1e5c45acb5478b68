using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Kernel.WorkItems;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.WorkItems;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>Asks residential cells for comments: for a year, or for a purpose.</summary>
internal sealed class CommentRequesting(
    IWrite<LiaisonDbContext> write, OpenedIntroductions introductions, Reaches reaches, IOrganizationTree tree, IPolicies policies, IWorkingDays workingDays, IWorkItems workItems)
{
    public Task<Result<CommentRound>> OpenAsync(OpenResidenceCommentRoundInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Note, Wording.ShortText, "input.note")];
        return problems.Count > 0
            ? Task.FromResult<Result<CommentRound>>(problems)
            // Who is asked about follows from the introductions, also where it is whoever opens the round.
            : write.AlsoAboutOneself().RunAsync((db, ct) => OpenAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<List<CommentRequest>>> AskAsync(RequestResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Note, Wording.ShortText, "input.note")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<CommentRequest>>>(problems)
            : write.When("member_is_commented_on_once_a_year", () => new MemberIsCommentedOnOnceAYear { Field = "input.introductions" })
                .RunAsync((db, ct) => AskAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<CommentRound>> OpenAsync(LiaisonDbContext db, OpenResidenceCommentRoundInput input, CancellationToken cancellationToken)
    {
        if (await tree.FindAsync(input.OrganizationId, db.Today, cancellationToken) is not { } place
            || !await reaches.CoversAsync(db, ResidenceLiaisonPermissions.OpenCommentRounds, input.OrganizationId, cancellationToken))
        {
            return new NotFound("Organization") { Field = "input.organizationId" };
        }

        if (input.Year > db.Today.Year || input.Year < db.Today.Year - 1)
            return new YearIsNotCommentedOn(input.Year) { Field = "input.year" };
        var round = await db.CommentRounds.SingleOrDefaultAsync(row => row.OrganizationId == input.OrganizationId && row.Year == input.Year, cancellationToken);
        var dueOn = round?.DueOn ?? input.DueOn ?? (await policies.InForceOnAsync<CommentPolicy>(db.Today, cancellationToken)).LastDayOf(input.Year);
        if (dueOn < db.Today)
            return new LastDayIsOver(dueOn) { Field = "input.dueOn" };
        if (round is null)
        {
            round = new CommentRound
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = input.OrganizationId,
                Year = input.Year,
                OpenedOn = db.Today,
                DueOn = dueOn,
                Note = Wording.Clean(input.Note),
            };
            db.CommentRounds.Add(round);
            await db.SaveChangesAsync(cancellationToken);
        }

        await RequestAllAsync(db, round, place.Path, cancellationToken);
        workItems.Reconsider(CommentsToWrite.KindId, await Workplaces.CellsBelowAsync(db, input.OrganizationId, db.Today, cancellationToken));
        return round;
    }

    // One statement, because a province has a hundred thousand of them; the round is their history.
    private static Task<int> RequestAllAsync(LiaisonDbContext db, CommentRound round, string path, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into residence_liaison.comment_request (
            province_id, id, version, round_id, purpose, year, requester_id, introduction_id, member_id, own_cell_id, workplace_id, receiver_id, cell_id, state, requested_on, due_on)
        select listed.province_id, gen_random_uuid(), 1, {round.Id}, 'YEARLY_RATING', {round.Year}, {round.OrganizationId}, listed.id, listed.member_id, listed.cell_id,
            listed.workplace_id, listed.receiver_id, listed.residence_cell_id, 'REQUESTED', {db.Today}, {round.DueOn}
        from residence_liaison.introduction as listed
        join kernel.organization_tree as place
            on place.province_id = listed.province_id and place.organization_id = listed.residence_cell_id and place.valid @> {db.Today} and starts_with(place.path, {path})
        where listed.province_id = {db.Province.Value} and listed.state in ('ASSIGNED_TO_CELL', 'ACTIVE') and listed.category = 'NORMAL'
            and extract(year from listed.assigned_on) <= {round.Year}
            and not exists (
                select from residence_liaison.comment_request as asked
                where asked.province_id = listed.province_id and asked.member_id = listed.member_id and asked.year = {round.Year} and asked.purpose = 'YEARLY_RATING'
                    and (asked.closed_on is null or asked.introduction_id = listed.id))
        """,
        cancellationToken);

    private async Task<Result<List<CommentRequest>>> AskAsync(LiaisonDbContext db, RequestResidenceCommentsInput input, CancellationToken cancellationToken)
    {
        var opened = await introductions.OpenAsync(
            db, input.Introductions, ResidenceLiaisonPermissions.RequestComments, introduction => introduction.WorkplaceId, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var policy = await policies.InForceOnAsync<CommentPolicy>(db.Today, cancellationToken);
        var dueOn = input.DueOn ?? (input.Purpose == ResidenceCommentPurpose.YearlyRating
            ? policy.LastDayOf(db.Today.Year)
            : (await workingDays.CalendarAsync(cancellationToken)).DueAfter(db.Today, policy.RequestWorkingDays));
        var problems = opened.Value.Select(one => Against(one, input.Purpose)).OfType<Problem>().ToList();
        if (dueOn < db.Today)
            problems.Add(new LastDayIsOver(dueOn) { Field = "input.dueOn" });
        if (problems.Count > 0)
            return problems;
        var requests = opened.Value.Select(one => CommentRequest.Ask(one.Introduction, input.Purpose, db.Today, dueOn, Wording.Clean(input.Note))).ToList();
        db.CommentRequests.AddRange(requests);
        return requests;
    }

    private static Problem? Against(OpenedIntroduction one, ResidenceCommentPurpose purpose)
    {
        var introduction = one.Introduction;
        if (introduction.ClosedOn is not null)
            return new IntroductionStepDoesNotFollow(introduction.State, IntroductionState.Active) { Field = one.Field };
        var isExempt = !introduction.Category.IsIntroduced() || (purpose == ResidenceCommentPurpose.YearlyRating && introduction.Category == LiaisonCategory.IntroducedButExempt);
        return isExempt ? new CommentIsNotAskedFor(introduction.Category) { Field = one.Field } : null;
    }
}
