using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Qualifications;

namespace Modular.Members.Editing;

/// <summary>
/// Changes and corrects what records say about persons. Versions guard it: the rules read the rows that are changed, a number of identity that a unique
/// constraint guards, and policies and places in the tree, which nobody changes by looking at what a record says about a person.
/// </summary>
internal sealed class MemberEditing(IWrite<MembersDbContext> write, MemberFiles files, MemberChangeRules rules)
{
    /// <summary>Changes one person.</summary>
    public Task<Result<Member>> RunAsync(UpdateMemberInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Document?.Citation)
        .AlsoAboutOneself()
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.citizenId" })
        .GuardedByVersions()
        .RunAsync((db, ct) => EditAsync(db, input, ct), cancellationToken);

    /// <summary>Changes several persons, all or none.</summary>
    public Task<Result<List<Member>>> RunAsync(UpdateMembersInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Document?.Citation)
        .AlsoAboutOneself()
        .When("citizen_id_is_unique", () => new CitizenIdIsTaken { Field = "input.members" })
        .GuardedByVersions()
        .RunAsync((db, ct) => EditAllAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> EditAsync(MembersDbContext db, UpdateMemberInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.Edit, cancellationToken);
        if (!found.Succeeded)
            return found;
        var changes = new MemberChanges(input, found.Value, "input");
        var problems = await CheckAsync(db, [changes], input.Reason, input.Document, cancellationToken);
        if (problems.Count > 0)
            return problems;
        await ApplyAsync(db, [changes], cancellationToken);
        return found;
    }

    private async Task<Result<List<Member>>> EditAllAsync(MembersDbContext db, UpdateMembersInput input, CancellationToken cancellationToken)
    {
        if (CheckList(input.Members) is { } unfit)
            return unfit;
        var asked = input.Members.Select(change => (change.MemberId, change.ExpectedVersion)).ToList();
        var found = await files.FindAsync(db, asked, "input.members", MembersPermissions.Edit, cancellationToken);
        if (!found.Succeeded)
            return found;
        var all = input.Members.Select((change, index) => new MemberChanges(change, found.Value[index], $"input.members.{index}")).ToList();
        var problems = await CheckAsync(db, all, input.Reason, input.Document, cancellationToken);
        if (problems.Count > 0)
            return problems;
        await ApplyAsync(db, all, cancellationToken);
        return found;
    }

    private static InvalidInput? CheckList(IReadOnlyList<MemberChangeInput> members)
    {
        if (members.Count is 0 or > UpdateMembersInput.Most)
            return Unfit($"Phải nêu từ 1 đến {UpdateMembersInput.Most} đảng viên.", $"Name between 1 and {UpdateMembersInput.Most} members.", "input.members");
        var named = new HashSet<Guid>();
        for (var index = 0; index < members.Count; index++)
        {
            if (!named.Add(members[index].MemberId))
                return Unfit("Đảng viên này được nêu hai lần.", "This member is named twice.", $"input.members.{index}.memberId");
        }

        return null;
    }

    private static InvalidInput Unfit(string vietnamese, string english, string field) =>
        new(new LocalizedText(vietnamese, english)) { Field = field };

    private async Task<List<Problem>> CheckAsync(
        MembersDbContext db, IReadOnlyList<MemberChanges> all, string? reason, MemberDecisionInput? document, CancellationToken cancellationToken)
    {
        var isDocumented = Wording.Clean(reason) is not null && document is not null;
        var problems = await rules.CheckAsync(db, all, isDocumented, cancellationToken);
        problems.AddRange(document?.Check(db.Today, "input.document") ?? []);
        return problems;
    }

    private async Task ApplyAsync(MembersDbContext db, IReadOnlyList<MemberChanges> all, CancellationToken cancellationToken)
    {
        foreach (var changes in all)
        {
            changes.Apply();
            if (changes.Changed.Count > 0)
                write.Raise(new MemberPersonalDataChanged(changes.Member.Id, changes.Changed));
        }

        await QualificationKeeping.KeepAsync(db, all, cancellationToken);
    }
}
