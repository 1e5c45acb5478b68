using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison;

/// <summary>The rules of the domain that the module's problems and deadlines cite.</summary>
internal static class Rules
{
    private const string Regulation = "Quy định 213-QĐ/TW / Regulation 213-QĐ/TW";

    public static readonly RuleReference EverybodyIsIntroduced = new("RES-01", Regulation);

    public static readonly RuleReference IntroducedAnew = new("RES-02", Regulation);

    public static readonly RuleReference ReceivedAndAssigned = new("RES-03", Regulation + ", Điều 4 / Article 4");

    public static readonly RuleReference WhoIsExempt = new("RES-05", "Hướng dẫn 33-HD/BTCTW / Guidance 33-HD/BTCTW");

    public static readonly RuleReference HalfYearlyMeeting = new("RES-04", Regulation + ", Điều 4 / Article 4");

    public static readonly RuleReference YearlyComment = new("RES-05", Regulation + ", Điều 4 / Article 4");

    public static readonly RuleReference CommentIsMandatory = new("RES-06", Regulation);

    public static readonly RuleReference MemberIsTold = new("RES-10", Regulation);

    public static readonly RuleReference OnlyOfThoseReceived = new("RES-15", Regulation);

    public static readonly RuleReference InPerson = new("RES-11", Regulation);

    public static readonly RuleReference Followers = new("RES-12", Regulation);

    public static readonly RuleReference CommentIsACriterion = new("RES-13", Regulation);

    public static readonly RuleReference WorkplaceTells = new("RES-07", Regulation + ", Điều 3 / Article 3");

    public static readonly RuleReference ResidenceTells = new("RES-08", Regulation + ", Điều 4 / Article 4");

    public static readonly RuleReference MovesAreReported = new("RES-09", Regulation + ", Điều 2 / Article 2");

    public static readonly RuleReference Proposals = new("RES-14", Regulation + ", Điều 4 / Article 4");

    public static readonly RuleReference LiaisonBook = new("RES-16", Regulation);

    public static readonly RuleReference OwnCase = new("access", "Không ai tự giải quyết việc của mình / Nobody acts on their own case");
}
