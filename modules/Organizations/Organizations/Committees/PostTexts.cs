using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees;

/// <summary>What posts are called in sentences.</summary>
internal static class PostTexts
{
    public static LocalizedText Of(CommitteePostKind post) => post switch
    {
        CommitteePostKind.Secretary => new LocalizedText("bí thư", "secretary"),
        CommitteePostKind.DeputySecretary => new LocalizedText("phó bí thư", "deputy secretary"),
        CommitteePostKind.StandingMember => new LocalizedText("ủy viên ban thường vụ", "standing committee member"),
        _ => new LocalizedText("cấp ủy viên", "committee member"),
    };
}
