using Modular.Kernel.Access;
using Modular.Kernel.Results;
using static Modular.Kernel.Access.DefaultRoles;

namespace NamDinh.GrassrootsOversight;

/// <summary>What the module guards, and which roles may do it when a province is set up.</summary>
internal static class OversightPermissions
{
    /// <summary>See who is in charge of which cell, visits, recommendations, campaigns; with the reach "self" one's own charges.</summary>
    public const string Read = "grassroots-oversight.read";

    /// <summary>Put committee members in charge of cells.</summary>
    public const string Assign = "grassroots-oversight.assign";

    /// <summary>Record visits, and take recommendations further.</summary>
    public const string Record = "grassroots-oversight.record";

    /// <summary>Run campaigns: open and end them, put members in charge of households, record how households decide.</summary>
    public const string RunCampaigns = "grassroots-oversight.run-campaigns";

    /// <summary>See whose households they are and where (OV-20): a permission of its own.</summary>
    public const string ReadHouseholds = "grassroots-oversight.read-households";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        Define(Read, "Xem việc cấp ủy viên phụ trách cơ sở", "See oversight of the grassroots", Member, CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer, Auditor),
        Define(Assign, "Phân công cấp ủy viên phụ trách chi bộ", "Put committee members in charge of cells", GrassrootsOfficer, OrganizationBoardOfficer),
        Define(Record, "Ghi nhận việc dự sinh hoạt, kiến nghị ở cơ sở", "Record visits and recommendations", CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Define(RunCampaigns, "Tổ chức vận động hộ gia đình", "Run campaigns among households", CellSecretary, GrassrootsOfficer, OrganizationBoardOfficer),
        Define(ReadHouseholds, "Xem hộ gia đình trong đợt vận động", "See the households of campaigns", Member, CellSecretary, GrassrootsOfficer),
    ];

    private static PermissionDefinition Define(string name, string vietnamese, string english, params string[] roles) =>
        new(name, new LocalizedText(vietnamese, english)) { DefaultRoles = roles };
}
