using Modular.Kernel.Events;
using Modular.Members.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Events;

/// <summary>A member who comes to another cell is introduced by the new workplace (RES-02).</summary>
internal sealed class WhenMemberAssigned(LiaisonDbContext db, LiaisonList list) : IEventHandler<MemberAssigned>
{
    /// <inheritdoc />
    public async Task HandleAsync(MemberAssigned happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.Kind != AssignmentKind.Official)
            return;
        var cause = happened.PreviousOrganizationId is null ? IntroductionCause.Admission : IntroductionCause.Transfer;
        await list.BringUpToDateAsync(db, [happened.MemberId], cause, happened.EffectiveOn, cancellationToken);
    }
}

/// <summary>Whoever is admitted is introduced; whoever is no member any more keeps contact no longer (RES-02).</summary>
internal sealed class WhenMemberStatusChanged(LiaisonDbContext db, LiaisonList list) : IEventHandler<MemberStatusChanged>
{
    /// <inheritdoc />
    public Task HandleAsync(MemberStatusChanged happened, EventContext context, CancellationToken cancellationToken) =>
        list.BringUpToDateAsync(db, [happened.MemberId], IntroductionCause.Admission, happened.EffectiveOn, cancellationToken);
}

/// <summary>Whoever moves house is introduced anew (RES-02).</summary>
internal sealed class WhenMemberResidenceChanged(LiaisonDbContext db, LiaisonList list) : IEventHandler<MemberResidenceChanged>
{
    /// <inheritdoc />
    public Task HandleAsync(MemberResidenceChanged happened, EventContext context, CancellationToken cancellationToken) =>
        list.BringUpToDateAsync(db, [happened.MemberId], IntroductionCause.NewResidence, happened.EffectiveOn, cancellationToken);
}

/// <summary>Who came from a file comes onto the list by itself, and who went with it goes off (RES-01).</summary>
internal sealed class WhenMembersImported(LiaisonDbContext db, LiaisonList list, IMemberDirectory members) : IEventHandler<MembersImported>
{
    /// <inheritdoc />
    public async Task HandleAsync(MembersImported happened, EventContext context, CancellationToken cancellationToken)
    {
        var found = await members.FindByCellAsync(happened.OrganizationIds, db.Today, cancellationToken);
        await list.ReviewAsync(db, [.. found.SelectMany(cell => cell)], happened.OrganizationIds, cancellationToken);
    }
}

/// <summary>A long stay elsewhere changes what is asked of the member at the residence.</summary>
internal sealed class WhenMemberFlagSet(LiaisonDbContext db, LiaisonList list) : IEventHandler<MemberFlagSet>
{
    /// <inheritdoc />
    public Task HandleAsync(MemberFlagSet happened, EventContext context, CancellationToken cancellationToken) =>
        list.BringUpToDateAsync(db, [happened.MemberId], IntroductionCause.CategoryChange, happened.From, cancellationToken);
}

/// <summary>So does its end.</summary>
internal sealed class WhenMemberFlagCleared(LiaisonDbContext db, LiaisonList list) : IEventHandler<MemberFlagCleared>
{
    /// <inheritdoc />
    public Task HandleAsync(MemberFlagCleared happened, EventContext context, CancellationToken cancellationToken) =>
        list.BringUpToDateAsync(db, [happened.MemberId], IntroductionCause.CategoryChange, happened.EffectiveOn, cancellationToken);
}
