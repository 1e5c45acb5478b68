using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;

namespace Modular.Members.Forms;

/// <summary>A form of Party statistics, filled for an organization with all below it.</summary>
/// <param name="Form">Which form.</param>
/// <param name="Number">Its number as printed, for instance <c>1-TCTW</c>.</param>
/// <param name="Version">The instrument and edition of its lines.</param>
/// <param name="Title">Its title in the language of the request.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="To">The last day of the period.</param>
/// <param name="Lines">Its lines in printed order.</param>
/// <param name="Checks">What has to tie within it.</param>
[GraphQLName("FilledForm")]
[Classified(DataClass.Internal)]
internal sealed record FormResult(
    StatisticsForm Form,
    string Number,
    string Version,
    string Title,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<FormResultLine> Lines,
    IReadOnlyList<FormResultCheck> Checks);

/// <summary>A line of a filled form.</summary>
/// <param name="Code">Its code within the form.</param>
/// <param name="ParentCode">The line of which it is a part.</param>
/// <param name="Title">What it says, in the language of the request.</param>
/// <param name="Value">The figure; null for a heading, for what the register does not record, and where it is withheld.</param>
/// <param name="Previous">The figure of the same period of the year before, where the form compares.</param>
/// <param name="Percent">Of the year before where the form compares, else of all, to a tenth.</param>
/// <param name="IsRecorded">Whether the register records what the line asks for; true for headings.</param>
/// <param name="IsWithheld">Whether the user may not see the figure, as of religions and foreign spouses without the permission to read them.</param>
/// <param name="MemberFilter">The filter of <c>members</c>, as JSON, that lists who stands behind the figure; null where there is no such list.</param>
[GraphQLName("FilledFormLine")]
[Classified(DataClass.Internal)]
internal sealed record FormResultLine(
    string Code, string? ParentCode, string Title, decimal? Value, decimal? Previous, decimal? Percent, bool IsRecorded, bool IsWithheld, string? MemberFilter);

/// <summary>What has to tie, and whether it does.</summary>
/// <param name="Title">What is compared, in the language of the request.</param>
/// <param name="Left">One sum; null where a figure of it is withheld or not recorded.</param>
/// <param name="Right">The other sum.</param>
/// <param name="Holds">Whether they are the same; null where one is not known.</param>
[GraphQLName("FilledFormCheck")]
[Classified(DataClass.Internal)]
internal sealed record FormResultCheck(string Title, decimal? Left, decimal? Right, bool? Holds);
