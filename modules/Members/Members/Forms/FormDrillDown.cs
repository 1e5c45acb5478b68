using System.Text.Json.Nodes;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Statistics;

namespace Modular.Members.Forms;

/// <summary>
/// Says who stands behind a line as a filter of <c>members</c>: paging, order, columns, export and rights are those of that list, and a line can show nobody whom the list does not.
/// </summary>
internal static class FormDrillDown
{
    private static readonly Dictionary<MembershipDimension, string> Fields = new()
    {
        [MembershipDimension.Sex] = "sex",
        [MembershipDimension.EthnicGroup] = "ethnicGroup",
        [MembershipDimension.Religion] = "religion",
        [MembershipDimension.AdmissionPeriod] = "joinedOn",
    };

    // Of a past day members are found by what held then.
    private static readonly Dictionary<MembershipDimension, Qualification> Qualifications = new()
    {
        [MembershipDimension.GeneralEducation] = Qualification.GeneralEducation,
        [MembershipDimension.ProfessionalLevel] = Qualification.ProfessionalLevel,
        [MembershipDimension.PoliticalTheory] = Qualification.PoliticalTheory,
        [MembershipDimension.Occupation] = Qualification.Occupation,
    };

    /// <summary>The filter as JSON; null where a figure counts no members, as those of the movement, whose entries have a list of their own.</summary>
    public static string? FilterOf(FormDefinition form, FormLine line, FormScope scope)
    {
        if (form.Form == StatisticsForm.Movement || line.Measure is null or FormMeasure.AverageAge)
            return null;
        // The list is asked for one title at a time.
        if (line.Dimension == MembershipDimension.AcademicTitle && line.Values.Count != 1)
            return null;
        var organization = new GlobalId("Organization", scope.OrganizationId).ToString();
        var filter = form.Form == StatisticsForm.NewMembers
            ? new JsonObject { ["admittedAt"] = new JsonObject { ["organizationId"] = organization, ["from"] = Day(scope.From), ["to"] = Day(scope.To) } }
            : new JsonObject { ["countedAt"] = new JsonObject { ["organizationId"] = organization, ["on"] = Day(scope.To) } };
        foreach (var (name, value) in ConditionOf(form, line, scope.To))
            filter[name] = value;
        return filter.ToJsonString();
    }

    private static IEnumerable<(string Name, JsonNode Value)> ConditionOf(FormDefinition form, FormLine line, DateOnly day) => line switch
    {
        { Dimension: MembershipDimension.SecondMembership } => [("readmittedBy", Day(day))],
        { Dimension: MembershipDimension.Exempt } => [("exemptOn", Day(day))],
        { Dimension: MembershipDimension.YouthUnion } => [("youthUnionBy", Day(day)), ("birthDate", Between(line, day))],
        { Dimension: MembershipDimension.ForeignSpouse } => [("hasForeignSpouse", true)],
        { Dimension: MembershipDimension.AcademicTitle } => [("academicTitle", line.Values.Single())],
        { Dimension: { } dimension } when Qualifications.TryGetValue(dimension, out var qualification) => [("qualifiedOn", Qualified(form, line, qualification, day))],
        { Measure: FormMeasure.Values } => [(Fields[line.Dimension!.Value], new JsonObject { ["in"] = Texts(line.Values) })],
        { Measure: FormMeasure.NotRecorded } => [(Fields[line.Dimension!.Value], new JsonObject { ["isNull"] = true })],
        { Measure: FormMeasure.OtherValues } => [(Fields[line.Dimension!.Value], new JsonObject { ["notIn"] = Texts(NamedIn(form, line.Dimension.Value)), ["isNull"] = false })],
        { Measure: FormMeasure.Band, Dimension: MembershipDimension.Age } => [("birthDate", Between(line, day))],
        { Measure: FormMeasure.Band } => [("partyAgeFrom", Between(line, day)), ("status", new JsonObject { ["eq"] = EnumText.Of(Contracts.MembershipStatus.Official) })],
        { Measure: FormMeasure.Joined } => [("joinedOn", Period(line))],
        _ => [],
    };

    private static JsonObject Qualified(FormDefinition form, FormLine line, Qualification qualification, DateOnly day)
    {
        var (match, values) = line.Measure switch
        {
            FormMeasure.Values => (QualificationMatch.OneOf, line.Values),
            FormMeasure.OtherValues => (QualificationMatch.AnotherThan, NamedIn(form, line.Dimension!.Value)),
            _ => (QualificationMatch.NotRecorded, []),
        };
        return new JsonObject { ["on"] = Day(day), ["of"] = EnumText.Of(qualification), ["match"] = EnumText.Of(match), ["values"] = Texts(values) };
    }

    private static IEnumerable<string> NamedIn(FormDefinition form, MembershipDimension dimension) =>
        form.Lines.Where(line => line.Dimension == dimension && line.Measure == FormMeasure.Values).SelectMany(line => line.Values);

    private static JsonObject Between(FormLine line, DateOnly day)
    {
        var bounds = new JsonObject();
        if (line.Least is { } least)
            bounds["lte"] = Day(day.AddYears(-least));
        if (line.Most is { } most)
            bounds["gt"] = Day(day.AddYears(-(most + 1)));
        return bounds;
    }

    private static JsonObject Period(FormLine line)
    {
        var bounds = new JsonObject();
        if (line.From is { } from)
            bounds["gte"] = Day(from);
        if (line.To is { } to)
            bounds["lte"] = Day(to);
        return bounds;
    }

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    private static string Day(DateOnly day) => day.English();
}
