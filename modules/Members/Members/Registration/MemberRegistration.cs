using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Duplicates;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Registration;

/// <summary>Enters a person in the register with all facts that are known of them, or tells everything that stands in the way.</summary>
internal sealed class MemberRegistration(IWrite<MembersDbContext> write, OpenCells cells, NewcomerDuplicates duplicates, IPolicies policies)
{
    public Task<Result<Member>> RunAsync(RegisterMemberInput input, CancellationToken cancellationToken) => write
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.person.citizenId" })
        .RunAsync((db, ct) => RegisterAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> RegisterAsync(MembersDbContext db, RegisterMemberInput input, CancellationToken cancellationToken)
    {
        var dates = input.Membership ?? new MembershipDates();
        var policy = await policies.InForceOnAsync<AdmissionPolicy>(dates.AdmissionDecidedOn ?? dates.CeremonyOn ?? db.Today, cancellationToken);
        dates = dates.CompleteFor(input.Status, policy);
        var newcomer = new Newcomer(input, dates, Guid.CreateVersion7());

        List<Problem> problems = [.. newcomer.Check(db.Today, policy)];
        var cell = await cells.HoldAsync(db, input.OrganizationId, input.Since, MembersPermissions.Register, cancellationToken);
        problems.AddRange(cell.Problems);
        problems.AddRange(await NumberRegister.CheckCardAsync(db, newcomer.CardNumber, newcomer.Id, "input.card.number", cancellationToken));
        problems.AddRange(await NumberRegister.CheckCvAsync(db, newcomer.CvNumber, newcomer.Id, "input.cvNumber", cancellationToken));
        problems.AddRange(await NewcomerDuplicates.FindAsync(db, input, cancellationToken));
        if (problems.Count > 0)
            return problems;

        var member = newcomer.AddTo(db);
        await duplicates.TellApartAsync(db, input, member.Id, cancellationToken);
        write.Raise(new MemberRegistered(member.Id, member.OrganizationId, member.Status, input.Since));
        write.Raise(new MemberAssigned(member.Id, null, member.OrganizationId, AssignmentKind.Official, input.Since));
        return member;
    }
}
