using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Praises;

/// <summary>Members whom an organization praises, all or none.</summary>
internal sealed record PraiseMembersInput
{
    /// <summary>How many members can be praised at once.</summary>
    public const int Most = 200;

    /// <summary>The members, each once, at most 200.</summary>
    [ID("Member")]
    public required IReadOnlyList<Guid> MemberIds { get; init; }

    /// <summary>The form.</summary>
    public required PraiseForm Form { get; init; }

    /// <summary>The organization that praises.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>What for.</summary>
    public required string Achievement { get; init; }

    /// <summary>The day of the decision, or of the meeting that praised.</summary>
    public required DateOnly PraisedOn { get; init; }

    /// <summary>Number and symbol of the decision; needed for all but the praise of a cell.</summary>
    public string? DecisionNumber { get; init; }
}

[MutationType]
internal static class PraiseMembers
{
    /// <summary>Records that an organization praised members (khen thưởng đảng viên): all of them, or none when something stands against one.</summary>
    [Requires(MembersPermissions.Praise)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyMembersArePraised>]
    [Error<FormTakesAHigherLevel>]
    [Error<PraisingOrganizationIsOutOfYourReach>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    public static Task<Result<List<Member>>> PraiseMembersAsync(PraiseMembersInput input, Praising praising, CancellationToken cancellationToken) =>
        praising.RunAsync(input, cancellationToken);
}

/// <summary>Praises members.</summary>
internal sealed class Praising(IWrite<MembersDbContext> write, MemberFiles files, IOrganizationDirectory organizations)
{
    private const int AchievementLength = 1000;
    private const int NumberLength = 100;

    public Task<Result<List<Member>>> RunAsync(PraiseMembersInput input, CancellationToken cancellationToken) => write
        .Because(null, Wording.Clean(input.DecisionNumber))
        .RunAsync((db, ct) => PraiseAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Member>>> PraiseAsync(MembersDbContext db, PraiseMembersInput input, CancellationToken cancellationToken)
    {
        if (Bulk.Check(input.MemberIds, PraiseMembersInput.Most, id => id, "input.memberIds", "") is { } unfit)
            return unfit;
        var ids = input.MemberIds.ToArray();
        var members = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, MembersPermissions.Praise, [.. members.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        List<Problem> problems = [.. Check(input, db.Today), .. await CheckOrganizationAsync(db, input, cancellationToken)];
        for (var index = 0; index < ids.Length; index++)
        {
            if (Against(members.GetValueOrDefault(ids[index]), covered, input, db.Access.MemberId) is { } problem)
                problems.Add(problem with { Field = $"input.memberIds.{index}" });
        }

        if (problems.Count > 0)
            return problems;
        foreach (var id in ids)
            db.Praises.Add(Praise(id, input));
        return ids.Select(id => members[id]).ToList();
    }

    /// <summary>A cell praises; whatever is grassroots or above gives certificates; the province gives its own.</summary>
    public static bool IsHighEnough(string kind, PraiseForm form) => form switch
    {
        PraiseForm.Praise => true,
        PraiseForm.CertificateOfMerit => OrganizationKinds.IsGrassroots(kind) || kind is OrganizationKinds.DirectSuperior or OrganizationKinds.Provincial,
        _ => kind is OrganizationKinds.Provincial or OrganizationKinds.Central,
    };

    /// <summary>What stands against the praise of a member on a day; null where nothing does.</summary>
    public static Problem? Against(Member member, DateOnly praisedOn)
    {
        if (!member.Status.IsMember())
            return new OnlyMembersArePraised();
        return praisedOn < member.JoinedOn ? new EffectiveDateIsBeforeEarlierFact(praisedOn, member.JoinedOn.Value) : null;
    }

    private static Praise Praise(Guid memberId, PraiseMembersInput input) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = memberId,
        Form = input.Form,
        OrganizationId = input.OrganizationId,
        Achievement = Wording.Clean(input.Achievement)!,
        PraisedOn = input.PraisedOn,
        DecisionNumber = Wording.Clean(input.DecisionNumber),
    };

    private async Task<IEnumerable<Problem>> CheckOrganizationAsync(MembersDbContext db, PraiseMembersInput input, CancellationToken cancellationToken)
    {
        var found = await organizations.FindAsync([input.OrganizationId], input.PraisedOn, cancellationToken);
        if (!found.TryGetValue(input.OrganizationId, out var organization))
            return [new NotFound("Organization") { Field = "input.organizationId" }];
        if (!await files.CoversAsync(db, MembersPermissions.Praise, organization.Id, cancellationToken))
            return [new PraisingOrganizationIsOutOfYourReach { Field = "input.organizationId" }];
        return IsHighEnough(organization.Kind, input.Form) ? [] : [new FormTakesAHigherLevel { Field = "input.form" }];
    }

    private static Problem? Against(Member? member, IReadOnlySet<Guid> covered, PraiseMembersInput input, Guid? own)
    {
        if (member is null)
            return new NotFound("Member");
        if (!covered.Contains(member.OrganizationId))
            return new MemberIsOutOfYourReach();
        if (member.Id == own)
            return new NobodyActsOnTheirOwnCase();
        return Against(member, input.PraisedOn);
    }

    private static IEnumerable<Problem> Check(PraiseMembersInput input, DateOnly today)
    {
        if (input.PraisedOn > today)
            yield return new DateLiesInTheFuture(input.PraisedOn, today) { Field = "input.praisedOn" };
        if (Wording.Clean(input.Achievement) is null)
            yield return new InvalidInput(new LocalizedText("Phải nêu thành tích.", "Say what for.")) { Field = "input.achievement" };
        if (input.Form != PraiseForm.Praise && Wording.Clean(input.DecisionNumber) is null)
            yield return new InvalidInput(new LocalizedText("Phải có số quyết định.", "The decision needs its number.")) { Field = "input.decisionNumber" };
        foreach (var problem in (Problem[])
            [.. Wording.CheckLength(input.Achievement, AchievementLength, "input.achievement"), .. Wording.CheckLength(input.DecisionNumber, NumberLength, "input.decisionNumber")])
            yield return problem;
    }
}

/// <summary>Praise is for members.</summary>
internal sealed record OnlyMembersArePraised : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Praise;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ khen thưởng đảng viên chính thức hoặc dự bị.", "Only official and probationary members are praised.");
}

/// <summary>A cell praises; certificates come from grassroots organizations and the province.</summary>
internal sealed record FormTakesAHigherLevel : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Praise;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ biểu dương; cấp cơ sở trở lên tặng giấy khen; cấp tỉnh tặng bằng khen, cờ.",
        "A cell praises; certificates of merit come from the grassroots level on, flags and the higher certificate from the province.");
}

/// <summary>The user may not record what this organization gave.</summary>
internal sealed record PraisingOrganizationIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không được giao quyền ghi khen thưởng của tổ chức này.", "You have not been given the right to record the praise of this organization.");
}
