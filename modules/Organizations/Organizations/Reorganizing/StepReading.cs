using Modular.Kernel.Results;
using Modular.Organizations.Details;

namespace Modular.Organizations.Reorganizing;

/// <summary>Steps as they were written, and the lists of members that belong to them.</summary>
internal sealed record WrittenSteps(IReadOnlyList<ReorganizationStep> Steps, IReadOnlyList<ReorganizationMember> Lists);

/// <summary>Turns the steps of an input into those of a scheme: keys become identifiers, and each kind gets what it needs.</summary>
internal sealed class StepReading(Guid reorganizationId, Guid superiorId)
{
    private const int MostSteps = 1000;
    private const int MostMembers = 20_000;

    private readonly Dictionary<string, Guid> founded = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    public Result<WrittenSteps> Read(IReadOnlyList<ReorganizationStepInput> inputs)
    {
        if (inputs.Count is 0 or > MostSteps || inputs.Sum(input => input.MemberIds?.Count ?? 0) > MostMembers)
            return new SchemeNeedsSteps(MostSteps) { Field = "input.steps" };
        var steps = inputs.Select(Read).ToList();
        var lists = inputs.Zip(steps).SelectMany(pair => ListOf(pair.First, pair.Second)).ToList();
        if (lists.Select(row => row.MemberId).Distinct().Count() < lists.Count)
            problems.Add(new MemberIsOnTwoLists { Field = "input.steps" });
        return problems.Count > 0 ? problems : new WrittenSteps(steps, lists);
    }

    private ReorganizationStep Read(ReorganizationStepInput input, int index)
    {
        var path = $"input.steps[{index}]";
        Complete(input, path);
        var consent = input.Consent?.Read($"{path}.consent");
        var (name, shortName, code) = Texts(input, path);
        if (consent is { Succeeded: false } wrong)
            problems.AddRange(wrong.Problems);
        var given = consent is { Succeeded: true } right ? right.Value : null;
        return new ReorganizationStep
        {
            Id = Guid.CreateVersion7(),
            ReorganizationId = reorganizationId,
            SuperiorId = superiorId,
            Position = index + 1,
            Kind = input.Kind,
            ParentId = input.ParentId ?? Founded(input.ParentKey, $"{path}.parentKey"),
            TargetId = input.TargetId ?? Founded(input.TargetKey, $"{path}.targetKey"),
            OrganizationId = input.Kind == ReorganizationStepKind.Found ? Found(input.Key, $"{path}.key") : input.OrganizationId.GetValueOrDefault(),
            Name = name,
            ShortName = shortName,
            Code = code,
            CodeScheme = input.CodeScheme,
            KindCode = input.KindCode,
            Subkind = input.Subkind,
            Manner = input.Manner,
            FieldType = input.FieldType,
            HostLegalStatus = input.HostLegalStatus,
            AdministrativeUnitCode = input.AdministrativeUnitCode,
            HasSuperiorPowers = input.HasSuperiorPowers,
            ConsentNumber = given?.Number,
            ConsentOn = given?.DecidedOn,
            ConsentAuthority = given?.Authority,
            ConsentAuthorityOrganizationId = given?.AuthorityOrganizationId,
        };
    }

    private void Complete(ReorganizationStepInput input, string path)
    {
        var hasTarget = input.TargetId is not null || input.TargetKey is not null;
        (string Field, bool IsThere)[] needed = input.Kind switch
        {
            ReorganizationStepKind.Found =>
            [
                ("parentId", input.ParentId is not null || input.ParentKey is not null),
                ("name", input.Name is not null),
                ("code", input.Code is not null),
                ("kindCode", input.KindCode is not null),
            ],
            ReorganizationStepKind.Rename => [("organizationId", input.OrganizationId is not null), ("name", input.Name is not null)],
            ReorganizationStepKind.Move =>
            [
                ("organizationId", input.OrganizationId is not null),
                ("parentId", input.ParentId is not null || input.ParentKey is not null),
            ],
            ReorganizationStepKind.ChangeKind => [("organizationId", input.OrganizationId is not null), ("kindCode", input.KindCode is not null)],
            ReorganizationStepKind.Merge or ReorganizationStepKind.MoveMembers =>
                [("organizationId", input.OrganizationId is not null), ("targetId", hasTarget)],
            _ => [("organizationId", input.OrganizationId is not null)],
        };
        problems.AddRange(needed.Where(need => !need.IsThere).Select(need => new StepLacks(input.Kind, need.Field) { Field = $"{path}.{need.Field}" }));
    }

    private (string? Name, string? ShortName, string? Code) Texts(ReorganizationStepInput input, string path)
    {
        var name = InputText.Optional(input.Name, $"{path}.name", OrganizationTexts.NameLength);
        var shortName = InputText.Optional(input.ShortName, $"{path}.shortName", OrganizationTexts.NameLength);
        var code = InputText.Optional(input.Code, $"{path}.code", 32);
        problems.AddRange([.. name.Problems, .. shortName.Problems, .. code.Problems]);
        return name.Succeeded && shortName.Succeeded && code.Succeeded ? (name.Value, shortName.Value, code.Value) : default;
    }

    private Guid? Founded(string? key, string field)
    {
        if (key is null)
            return null;
        if (founded.TryGetValue(key, out var id))
            return id;
        problems.Add(new KeyIsUnknown(key) { Field = field });
        return null;
    }

    private Guid Found(string? key, string field)
    {
        var id = Guid.CreateVersion7();
        if (key is not null && !founded.TryAdd(key, id))
            problems.Add(new KeyIsUsedTwice(key) { Field = field });
        return id;
    }

    private IEnumerable<ReorganizationMember> ListOf(ReorganizationStepInput input, ReorganizationStep step) => (input.MemberIds ?? []).Select(member =>
        new ReorganizationMember
        {
            Id = Guid.CreateVersion7(),
            ReorganizationId = reorganizationId,
            StepId = step.Id,
            SuperiorId = superiorId,
            MemberId = member,
        });
}
