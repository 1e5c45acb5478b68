using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Organizations.Register;

namespace Modular.Organizations.Kinds;

/// <summary>The kind of an organization (loại hình tổ chức đảng).</summary>
/// <param name="Code">The code: CELL, GRASSROOTS_COMMITTEE, …</param>
/// <param name="Name">What it is called in Vietnamese under the organization's order of levels.</param>
/// <param name="EnglishName">What it is called in English.</param>
/// <param name="Level">0 Centre, 1 province, 2 directly superior, 3 grassroots, 4 below a grassroots committee, 5 cell, 6 group in a cell.</param>
/// <param name="HoldsMembers">Whether members belong to organizations of this kind directly.</param>
/// <param name="SubkindCode">What a directly superior committee is the committee of: DISTRICT, BLOC, POLICE, …</param>
/// <param name="SubkindName">What that is called in Vietnamese.</param>
/// <param name="Era">The order of levels (giai đoạn) under which the organization got its kind: A four levels, B without districts, C three levels.</param>
[GraphQLName("OrganizationKind")]
internal sealed record KindOfUnit(
    [Classified(DataClass.Internal)] string Code,
    [Classified(DataClass.Internal)] string Name,
    [Classified(DataClass.Internal)] string EnglishName,
    [Classified(DataClass.Internal)] int Level,
    [Classified(DataClass.Internal)] bool HoldsMembers,
    [Classified(DataClass.Internal)] string? SubkindCode,
    [Classified(DataClass.Internal)] string? SubkindName,
    [Classified(DataClass.Internal)] string Era)
{
    /// <summary>The kind of an organization in words.</summary>
    public static KindOfUnit Of(KindCatalog catalog, KindOfOrganization organization)
    {
        var kind = catalog.Find(organization.Kind)!;
        return new KindOfUnit(
            kind.Code,
            catalog.NameOf(kind.Code, organization.Era),
            kind.EnglishName,
            kind.Level,
            kind.HoldsMembers,
            organization.Subkind,
            organization.Subkind is { } subkind ? catalog.FindSubkind(subkind)?.VietnameseName : null,
            organization.Era);
    }
}
