using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Organizations.Reorganizing.Planning;

/// <summary>What a scheme would do if it were decided now and its day had come, and all that stands against it.</summary>
/// <param name="EffectiveOn">The effective day for which it was tried out.</param>
/// <param name="IsPossible">Whether no rule objects.</param>
/// <param name="OrganizationsFounded">How many organizations it founds.</param>
/// <param name="OrganizationsEnded">How many organizations it ends.</param>
/// <param name="OrganizationsMoved">How many organizations get another parent by it.</param>
/// <param name="MembersMoved">How many people it moves from one cell to another.</param>
/// <param name="MembersAlong">How many official members come under another superior committee with organizations that move as a whole.</param>
/// <param name="PostsEnded">How many committee posts end by it.</param>
/// <param name="CodesGiven">How many codes it gives.</param>
/// <param name="Steps">What each step does; empty where rules object.</param>
/// <param name="Objections">What stands against it, in the order of the steps.</param>
internal sealed record ReorganizationPlan(
    [Classified(DataClass.Internal)] DateOnly EffectiveOn,
    [Classified(DataClass.Internal)] bool IsPossible,
    [Classified(DataClass.Internal)] int OrganizationsFounded,
    [Classified(DataClass.Internal)] int OrganizationsEnded,
    [Classified(DataClass.Internal)] int OrganizationsMoved,
    [Classified(DataClass.Internal)] int MembersMoved,
    [Classified(DataClass.Internal)] int MembersAlong,
    [Classified(DataClass.Internal)] int PostsEnded,
    [Classified(DataClass.Internal)] int CodesGiven,
    [Classified(DataClass.Internal)] IReadOnlyList<PlannedStep> Steps,
    [Classified(DataClass.Internal)] IReadOnlyList<PlanObjection> Objections);

/// <summary>What a step of a scheme would do.</summary>
/// <param name="Position">The place in the order, from 1 on.</param>
/// <param name="Kind">What is done.</param>
/// <param name="OrganizationsMoved">How many organizations get another parent by it, those below them not counted.</param>
/// <param name="MembersMoved">How many people it moves from one cell to another.</param>
[GraphQLName("ReorganizationPlannedStep")]
internal sealed record PlannedStep(
    [Classified(DataClass.Internal)] int Position,
    [Classified(DataClass.Internal)] ReorganizationStepKind Kind,
    [Classified(DataClass.Internal)] int OrganizationsMoved,
    [Classified(DataClass.Internal)] int MembersMoved);

/// <summary>A rule that objects to a scheme.</summary>
/// <param name="Field">The step and its value that meet it: <c>steps[0].parentId</c>.</param>
/// <param name="Code">The name of the problem in upper case, as the decision would answer.</param>
/// <param name="Rule">The rule's number, where it rests on one.</param>
/// <param name="Instrument">The instrument from which the rule comes.</param>
/// <param name="Message">The sentence, in the language of the request.</param>
[GraphQLName("ReorganizationObjection")]
internal sealed record PlanObjection(
    [Classified(DataClass.Internal)] string? Field,
    [Classified(DataClass.Internal)] string Code,
    [Classified(DataClass.Internal)] string? Rule,
    [Classified(DataClass.Internal)] string? Instrument,
    [Classified(DataClass.Internal)] string Message);
