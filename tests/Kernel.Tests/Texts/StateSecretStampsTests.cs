using Modular.Kernel.Texts;
using Xunit;

namespace Modular.Kernel.Tests.Texts;

public sealed class StateSecretStampsTests
{
    [Theory]
    [InlineData("MẬT", SecrecyDegree.Confidential)]
    [InlineData("Văn bản [MẬT] ngày 3/2", SecrecyDegree.Confidential)]
    [InlineData("TỐI MẬT\nPhương án nhân sự", SecrecyDegree.Secret)]
    [InlineData("Dấu TUYỆT  MẬT", SecrecyDegree.TopSecret)]
    [InlineData("Độ mật: tối mật", SecrecyDegree.Secret)]
    [InlineData("mức độ mật: Mật", SecrecyDegree.Confidential)]
    [InlineData("MẬT, rồi TỐI MẬT", SecrecyDegree.Secret)]
    [InlineData("TÔ\u0301I MÂ\u0323T", SecrecyDegree.Secret)]
    public void A_stamp_is_found(string text, SecrecyDegree degree) => Assert.Equal(degree, StateSecretStamps.Find(text));

    [Theory]
    [InlineData("Giữ bí mật, đổi mật khẩu")]
    [InlineData("BẢO MẬT THÔNG TIN")]
    [InlineData("NGUYỄN VĂN MẬT")]
    [InlineData("MẬT KHẨU")]
    [InlineData("Mật ong")]
    [InlineData("")]
    public void Other_words_are_none(string text) => Assert.Null(StateSecretStamps.Find(text));
}
