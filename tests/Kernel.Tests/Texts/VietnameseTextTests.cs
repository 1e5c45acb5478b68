using Modular.Kernel.Texts;
using Xunit;

namespace Modular.Kernel.Tests.Texts;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Nguyễn Văn Ánh", "nguyen van anh")]
    [InlineData("  nguyen   van anh ", "nguyen van anh")]
    [InlineData("Đặng Thị Hường", "dang thi huong")]
    [InlineData("ĐẢNG BỘ XÃ HẢI-HẬU (cơ sở)", "dang bo xa hai hau co so")]
    [InlineData("Chi bộ số 12", "chi bo so 12")]
    [InlineData("", "")]
    public void The_search_key_drops_diacritics_case_and_punctuation(string text, string expected) =>
        Assert.Equal(expected, VietnameseText.SearchKey(text));

    [Fact]
    public void Composed_and_decomposed_letters_give_the_same_keys()
    {
        const string Composed = "Trần Thị Ngọc Diễm";
        const string Decomposed = "Tra\u0302\u0300n Thi\u0323 Ngo\u0323c Die\u0302\u0303m";

        Assert.Equal(VietnameseText.SearchKey(Composed), VietnameseText.SearchKey(Decomposed));
        Assert.Equal(VietnameseText.NameSortKey(Composed), VietnameseText.NameSortKey(Decomposed));
        Assert.Equal(Composed, VietnameseText.Clean(Decomposed));
    }

    [Fact]
    public void People_sort_by_given_name_then_family_name_then_middle_names_with_tones_last()
    {
        string[] expected =
        [
            "Nguyễn Văn An",
            "Phạm Thị An",
            "Trần An",
            "Lê Văn Ân",
            "Bùi Văn Bình",
            "Nguyễn Thị Bình",
            "Nguyễn Văn Bình",
            "Trần Văn Dũng",
            "Trần Văn Đạt",
            "Lê Hoa",
            "Lê Hòa",
            "Lê Hoá",
            "Lê Yến",
        ];

        var shuffled = expected.Reverse().ToArray();

        Assert.Equal(expected, shuffled.OrderBy(VietnameseText.NameSortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_of_one_word_sorts_by_that_word() =>
        Assert.True(string.CompareOrdinal(VietnameseText.NameSortKey("An"), VietnameseText.NameSortKey("Nguyễn Văn An")) < 0);

    [Fact]
    public void Numbers_inside_texts_sort_by_value()
    {
        string[] expected = ["Chi bộ 2", "Chi bộ 9", "Chi bộ 10", "Chi bộ 100", "Chi bộ Mỹ Hưng"];

        Assert.Equal(expected, expected.Reverse().OrderBy(VietnameseText.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void Letters_follow_the_vietnamese_alphabet()
    {
        string[] alphabet = ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"];

        Assert.Equal(alphabet, alphabet.Reverse().OrderBy(VietnameseText.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void Tones_follow_the_order_of_dictionaries()
    {
        string[] tones = ["ma", "mà", "mả", "mã", "má", "mạ"];

        Assert.Equal(tones, tones.Reverse().OrderBy(VietnameseText.SortKey, StringComparer.Ordinal));
    }
}
