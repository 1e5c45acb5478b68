namespace Modular.Members.Forms;

/// <summary>Form 1-TCTW: A + B − C = D (members §2.8).</summary>
internal static class MovementForm
{
    public static FormDefinition Definition { get; } = new(
        StatisticsForm.Movement, "1-TCTW", "11-HD/BTCTW 2021", "Biến động đảng viên", "Movement of members",
        [
            Figure("A", null, "Tổng số đảng viên đầu kỳ", "Members at the beginning", "OPENING"),
            Figure("B", null, "Đảng viên tăng trong kỳ", "Increase", "INCREASE"),
            Figure("B1", "B", "Kết nạp", "Admitted", "ADMITTED"),
            Figure("B2", "B", "Chuyển đến", "Moved in", "MOVED_IN_FROM_OUTSIDE", "MOVED_IN_WITHIN", "JOINED_BY_REORGANIZATION"),
            Figure("B2a", "B2", "Từ tỉnh, đảng bộ ngoài tỉnh", "From another province", "MOVED_IN_FROM_OUTSIDE"),
            Figure("B2b", "B2", "Từ đảng bộ khác trong tỉnh", "From another organization of the province", "MOVED_IN_WITHIN"),
            Figure("B2c", "B2", "Do sắp xếp tổ chức đảng", "With their cell", "JOINED_BY_REORGANIZATION"),
            Figure("B3", "B", "Khôi phục đảng tịch", "Membership restored", "RESTORED"),
            Figure("B4", "B", "Lý do khác", "Another reason", "OTHER_INCREASE"),
            Figure("C", null, "Đảng viên giảm trong kỳ", "Decrease", "DECREASE"),
            Figure("C1", "C", "Từ trần", "Died", "DECEASED"),
            Figure("C2", "C", "Khai trừ", "Expelled", "EXPELLED"),
            Figure("C3", "C", "Xóa tên", "Names removed", "NAME_REMOVED"),
            Figure("C3a", "C3", "Trong đó: đảng viên dự bị", "Of these probationary", "NAME_REMOVED_PROBATIONARY"),
            Figure("C4", "C", "Xin ra khỏi Đảng", "Left on request", "LEFT_ON_REQUEST"),
            Figure("C5", "C", "Chuyển đi", "Moved out", "MOVED_OUT_OF_THE_PROVINCE", "MOVED_OUT_WITHIN", "LEFT_BY_REORGANIZATION"),
            Figure("C5a", "C5", "Đến tỉnh, đảng bộ ngoài tỉnh", "To another province", "MOVED_OUT_OF_THE_PROVINCE"),
            Figure("C5b", "C5", "Đến đảng bộ khác trong tỉnh", "To another organization of the province", "MOVED_OUT_WITHIN"),
            Figure("C5c", "C5", "Do sắp xếp tổ chức đảng", "With their cell", "LEFT_BY_REORGANIZATION"),
            Figure("C6", "C", "Lý do khác", "Another reason", "OTHER_DECREASE"),
            Figure("D", null, "Tổng số đảng viên cuối kỳ", "Members at the end", "CLOSING"),
        ],
        [
            new("K1", "A + B − C = D", "A + B − C = D", ["A", "B", "-C"], ["D"]),
            new("K2", "B = B1 + B2 + B3 + B4", "B = B1 + B2 + B3 + B4", ["B"], ["B1", "B2", "B3", "B4"]),
            new("K3", "C = C1 + C2 + C3 + C4 + C5 + C6", "C = C1 + C2 + C3 + C4 + C5 + C6", ["C"], ["C1", "C2", "C3", "C4", "C5", "C6"]),
        ]);

    private static FormLine Figure(string code, string? parent, string vietnamese, string english, params string[] figures) =>
        new(code, vietnamese, english) { Parent = parent, Measure = FormMeasure.Movement, Values = figures };
}
