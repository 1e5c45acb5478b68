namespace Modular.Isolation.Tests.World;

/// <summary>What the victim's data hold and nobody else's: an answer that shows one of these has leaked.</summary>
internal static class Secrets
{
    public const string Name = "Quách Thị Huyền Vi";
    public const string BirthDate = "1979-03-27";
    public const string CitizenId = "036179004711";
    public const string CardNumber = "36471147";
    public const string OtherCardNumber = "36471148";
    public const string CvNumber = "471147ND";
    public const string Phone = "0913471147";
    public const string Email = "huyen.vi@kin.vn";
    public const string Address = "Số 4711 ngõ Vắng";
    public const string Decision = "4711-QĐ/BM";
    public const string Reason = "Lý do 4711 kín";
    public const string Request = "Đơn 4711 riêng tư";
    public const string Breach = "Vụ lộ 4711";
    public const string Term = "4711-4716";
    public const string UserName = "officer.of.the.victim";
    public const string FileName = "danh-sach-4711.csv";
    public const string Scheme = "Đề án 4711 mật";
    public const string CellName = "Chi bộ xóm Kín 4711";
    public const string CellCode = "36.4711";

    /// <summary>Texts that an attacker may guess.</summary>
    public static IReadOnlyList<string> Texts { get; } = [Name, CitizenId, CardNumber, UserName, Decision, "CELL"];

    /// <summary>Texts that no answer to an attacker shows, unless the attacker wrote them into the question. Each is long or has letters that no
    /// generated id or instant can hold by chance.</summary>
    public static IReadOnlyList<string> Marks { get; } =
        [Name, CitizenId, CardNumber, OtherCardNumber, CvNumber, Phone, Email, Address, Decision, Reason, Request, Breach, Term, UserName, FileName, Scheme, CellName, CellCode];
}
