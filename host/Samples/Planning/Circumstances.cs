namespace Modular.Host.Samples.Planning;

/// <summary>How people are who work in a place: plausible shares, not figures of any source.</summary>
internal static class Circumstances
{
    public static int WomenInThousand(Workplace workplace) => workplace switch
    {
        Workplace.School => 740,
        Workplace.Health => 600,
        Workplace.Agency => 380,
        Workplace.Enterprise => 360,
        Workplace.Barracks => 70,
        _ => 300,
    };

    /// <summary>The age on the plan's day of somebody who was admitted before the counted years.</summary>
    public static int Age(Workplace workplace, SampleRandom random) => workplace switch
    {
        Workplace.Hamlet when random.Happens(480) => random.Between(60, random.Happens(200) ? 88 : 76),
        Workplace.Hamlet => random.Between(28, 60),
        Workplace.Barracks => random.Between(26, 53),
        _ => random.Between(27, 60),
    };

    public static int AgeAtRecentAdmission(Workplace workplace, SampleRandom random) => workplace switch
    {
        Workplace.Hamlet => random.Between(19, 42),
        Workplace.Barracks => random.Between(20, 26),
        _ => random.Between(23, 36),
    };

    public static int AgeAtEarlierAdmission(Workplace workplace, SampleRandom random) => workplace switch
    {
        Workplace.Barracks => random.Between(19, 24),
        Workplace.Hamlet => random.Happens(550) ? random.Between(19, 28) : random.Between(29, 45),
        _ => random.Between(22, 34),
    };

    public static string Religion(string names, string? ethnic, SampleRandom random) => ethnic switch
    {
        "cham" => random.Happens(550) ? "BRAHMANISM" : random.Happens(700) ? "ISLAM" : "NONE",
        "raglai" => random.Happens(60) ? "PROTESTANTISM" : "NONE",
        _ when names == "south" => random.Happens(30) ? "BUDDHISM" : random.Happens(12) ? "CAO_DAI" : "NONE",
        _ => random.Happens(14) ? "CATHOLICISM" : "NONE",
    };

    public static string Occupation(Workplace workplace, int age, SampleRandom random) => workplace switch
    {
        Workplace.Hamlet when age >= 60 => random.Happens(650) ? "Hưu trí" : "Nông dân",
        Workplace.Hamlet => random.Pick(["Nông dân", "Nông dân", "Cán bộ không chuyên trách cấp xã", "Kinh doanh", "Công nhân", "Lao động tự do", "Công chức cấp xã"]),
        Workplace.School => random.Happens(850) ? "Giáo viên" : "Nhân viên hành chính",
        Workplace.Health => random.Pick(["Bác sĩ", "Điều dưỡng", "Điều dưỡng", "Y sĩ", "Dược sĩ", "Kỹ thuật viên"]),
        Workplace.Enterprise => random.Pick(["Công nhân", "Kỹ sư", "Nhân viên kinh doanh", "Kế toán", "Quản lý doanh nghiệp"]),
        Workplace.Barracks => random.Happens(800) ? "Sĩ quan" : "Quân nhân chuyên nghiệp",
        _ => random.Pick(["Công chức", "Công chức", "Viên chức", "Chuyên viên"]),
    };

    public static string GeneralEducation(Workplace workplace, int age, SampleRandom random)
    {
        if (workplace != Workplace.Hamlet || age < 45)
            return "UPPER_SECONDARY";
        return random.Happens(age >= 70 ? 450 : 150) ? "LOWER_SECONDARY" : random.Happens(age >= 75 ? 150 : 5) ? "PRIMARY" : "UPPER_SECONDARY";
    }

    public static string ProfessionalLevel(Workplace workplace, int age, SampleRandom random) => workplace switch
    {
        Workplace.Hamlet when age >= 55 => random.Pick(["NONE", "NONE", "VOCATIONAL", "INTERMEDIATE", "COLLEGE", "UNIVERSITY"]),
        Workplace.Hamlet => random.Pick(["NONE", "VOCATIONAL", "INTERMEDIATE", "COLLEGE", "UNIVERSITY", "UNIVERSITY"]),
        Workplace.School or Workplace.Health or Workplace.Agency => random.Happens(130) ? "MASTER" : random.Happens(8) ? "DOCTOR" : random.Happens(110) ? "COLLEGE" : "UNIVERSITY",
        Workplace.Barracks => random.Pick(["UNIVERSITY", "UNIVERSITY", "UNIVERSITY", "COLLEGE", "INTERMEDIATE"]),
        _ => random.Pick(["VOCATIONAL", "INTERMEDIATE", "COLLEGE", "UNIVERSITY", "UNIVERSITY"]),
    };

    public static string PoliticalTheory(Workplace workplace, int age, SampleRandom random) => workplace switch
    {
        Workplace.Agency when age >= 38 && random.Happens(300) => "ADVANCED",
        Workplace.Agency or Workplace.Barracks when random.Happens(450) => "INTERMEDIATE",
        _ when random.Happens(120) => "INTERMEDIATE",
        _ => random.Happens(550) ? "BASIC" : "NONE",
    };
}
