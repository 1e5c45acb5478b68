using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Editing;
using Modular.Members.People;
using Modular.Members.Qualifications;
using Modular.Members.Records;
using Modular.Members.Residences;

namespace Modular.Members.Proposals;

/// <summary>Tries proposed changes on a record when they come in, and writes them when they are accepted: by the same rules, those of the acts that change a record directly.</summary>
internal sealed class ProposalWriting(IWrite<MembersDbContext> write, MemberChangeRules rules, ResidenceRecording residences, RecordWriting records)
{
    /// <summary>What the changes would do, field by field, or why they cannot be made. The record stays as it is.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="member">Whose record.</param>
    /// <param name="changes">What is proposed.</param>
    /// <param name="path">Where the changes stand in the input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<List<ProposedChange>>> TryAsync(
        MembersDbContext db, Member member, ProposedChangesInput changes, string path, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        if (changes.Person is { } person)
        {
            var edit = new MemberChanges(person, member, $"{path}.person");
            problems.AddRange(edit.Check(db.Today));
            if (problems.Count == 0)
                edit.Apply();
        }

        if (changes.Residence is { } residence)
            problems.AddRange(await residences.ApplyAsync(db, member, residence, $"{path}.residence", isTold: false, cancellationToken));
        if (changes.Record is { } record)
            problems.AddRange(await records.ApplyAsync(db, member, record, $"{path}.record", cancellationToken));
        if (problems.Count > 0)
            return problems;
        return ProposalDifferences.Take(db);
    }

    /// <summary>Writes the changes in the running change; nothing may be committed where problems come back.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="member">Whose record, found for this change.</param>
    /// <param name="proposal">What was proposed.</param>
    /// <param name="isDocumented">Whether a reason and a document stand with the decision, as corrections need (MEM-08).</param>
    /// <param name="path">Where the proposal is named in the input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Problem>> ApplyAsync(
        MembersDbContext db, Member member, MemberProposal proposal, bool isDocumented, string path, CancellationToken cancellationToken)
    {
        var changes = ProposedChangesJson.Read(proposal.Changes);
        var problems = new List<Problem>();
        var changed = new List<string>();
        if (changes.Person is { } person)
        {
            var edit = new MemberChanges(person, member, path);
            problems.AddRange(await rules.CheckAsync(db, [edit], isDocumented, cancellationToken));
            edit.Apply();
            await QualificationKeeping.KeepAsync(db, [edit], cancellationToken);
            changed.AddRange(edit.Changed);
        }

        if (changes.Residence is { } residence)
            problems.AddRange(await residences.ApplyAsync(db, member, residence, path, isTold: true, cancellationToken));
        if (changes.Record is { } record)
        {
            problems.AddRange(await records.ApplyAsync(db, member, record, path, cancellationToken));
            changed.Add("record");
        }

        if (problems.Count > 0)
            return [.. problems.Select(problem => problem with { Field = path })];
        db.Touch(member);
        if (changed.Count > 0)
            write.Raise(new MemberPersonalDataChanged(member.Id, changed));
        return [];
    }
}
