using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Meetings;

/// <summary>What stands against meetings in the register (ORG-15). Meetings that one act records count for each other, in their order.</summary>
internal sealed class MeetingRules(MeetingGround ground, DateOnly today)
{
    private readonly HashSet<(Guid Organization, MeetingBody Body, DateOnly Month)> regular = [];
    private readonly HashSet<(Guid Organization, MeetingBody Body, PartyMeetingKind Kind, DateOnly Day)> held = [];
    private readonly Dictionary<(Guid Organization, int Year), HashSet<short>> groupMeetings = [];

    /// <summary>All that stands against a meeting.</summary>
    public List<Problem> Against(AskedMeeting asked)
    {
        var facts = asked.Facts;
        if (facts.HeldOn > today)
            return [new MeetingIsInTheFuture(facts.HeldOn, today) { Field = $"{asked.Path}.heldOn" }];
        if (ground.Places[asked.OrganizationId].FirstOrDefault(place => place.Valid.Holds(facts.HeldOn)) is not { } place)
            return [new OrganizationDidNotExistThen(facts.HeldOn) { Field = $"{asked.Path}.heldOn" }];
        if (!Meets(asked, place.Kind))
            return [new KindDoesNotMeetSo(place.Kind, asked.Body) { Field = $"{asked.Path}.body" }];
        return [.. AgainstRepetition(asked), .. AgainstGroups(asked)];
    }

    /// <summary>Which meeting by groups of its year it is; null where it is none.</summary>
    public short? GroupMeetingOf(AskedMeeting asked)
    {
        if (!asked.Facts.IsByPartyGroups)
            return null;
        var taken = Taken(asked);
        if (asked.Corrects is { GroupMeeting: { } own } before && before.HeldOn.Year == asked.Facts.HeldOn.Year && taken.Add(own))
            return own;
        short number = 1;
        while (!taken.Add(number))
            number++;
        return number;
    }

    private static bool Is(Meeting known, AskedMeeting asked) => known.Id != asked.Corrects?.Id && known.Body == asked.Body;

    private bool Meets(AskedMeeting asked, string kind)
    {
        if (asked.Body == MeetingBody.Members)
            return OrganizationKinds.HoldsMembers(kind);
        if (kind == OrganizationKinds.PartyGroup)
            return false;
        // A committee that is not on record may be there all the same.
        var hasNone = OrganizationKinds.HoldsMembers(kind)
            && ground.Terms[asked.OrganizationId].FirstOrDefault(term => term.Valid.Holds(asked.Facts.HeldOn)) is { CommitteeSize: 0 };
        return !hasNone;
    }

    private IEnumerable<Problem> AgainstRepetition(AskedMeeting asked)
    {
        var facts = asked.Facts;
        var others = ground.Meetings[asked.OrganizationId].Where(known => Is(known, asked)).ToList();
        if (facts.Kind == PartyMeetingKind.Regular)
        {
            var isKnown = others.Exists(known => known.Kind == PartyMeetingKind.Regular && known.Month == facts.Month);
            if (!regular.Add((asked.OrganizationId, asked.Body, facts.Month)) || isKnown)
                yield return new RegularMeetingIsRecorded(facts.Month) { Field = $"{asked.Path}.heldOn" };
            yield break;
        }

        var isHeld = others.Exists(known => known.Kind == facts.Kind && known.HeldOn == facts.HeldOn);
        if (!held.Add((asked.OrganizationId, asked.Body, facts.Kind, facts.HeldOn)) || isHeld)
            yield return new MeetingOfTheDayIsRecorded(facts.HeldOn) { Field = $"{asked.Path}.heldOn" };
    }

    private IEnumerable<Problem> AgainstGroups(AskedMeeting asked)
    {
        var facts = asked.Facts;
        if (!facts.IsByPartyGroups)
            yield break;
        var field = $"{asked.Path}.isByPartyGroups";
        if (asked.Body != MeetingBody.Members || facts.Kind != PartyMeetingKind.Regular)
        {
            yield return new OnlyRegularMeetingsOfCellsAreHeldByGroups { Field = field };
            yield break;
        }

        var hasGroups = ground.Groups[asked.OrganizationId].Any(group => group.Valid.Holds(facts.HeldOn));
        var isLarge = !ground.Members.TryGetValue((asked.OrganizationId, facts.HeldOn), out var members) || members >= ground.Policy.GroupMeetingsFromMembers;
        if (!hasGroups || !isLarge)
            yield return new CellDoesNotMeetByGroups(ground.Policy.GroupMeetingsFromMembers) { Field = field };
        else if (Taken(asked).Count >= ground.Policy.GroupMeetingsAYear)
            yield return new PartyGroupsMetOftenEnough(facts.HeldOn.Year, ground.Policy.GroupMeetingsAYear) { Field = field };
    }

    private HashSet<short> Taken(AskedMeeting asked)
    {
        var key = (asked.OrganizationId, asked.Facts.HeldOn.Year);
        if (!groupMeetings.TryGetValue(key, out var taken))
        {
            groupMeetings[key] = taken = [.. ground.Meetings[asked.OrganizationId]
                .Where(known => known.Id != asked.Corrects?.Id && known.Year == asked.Facts.HeldOn.Year)
                .Select(known => known.GroupMeeting).OfType<short>()];
        }

        return taken;
    }
}
