using Modular.Kernel.Results;
using Xunit;

namespace Modular.Kernel.Tests.Results;

public sealed class ResultTests
{
    [Fact]
    public void A_problem_is_coded_by_the_name_of_its_type_and_speaks_both_languages()
    {
        Problem problem = new StaleVersion(3, 4) { Field = "input.expectedVersion" };

        Assert.Equal("STALE_VERSION", problem.Code);
        Assert.Equal(
            "The record was changed by someone else after you opened it (version 3). Reload it and try again.",
            problem.Message(Language.English));
        Assert.Equal(
            "Bản ghi đã được người khác sửa sau khi bạn mở (phiên bản 3). Hãy tải lại rồi sửa tiếp.",
            problem.Message(Language.Vietnamese));
        Assert.Null(problem.Rule);
    }

    [Fact]
    public void A_failure_has_no_value()
    {
        Result<int> failure = new NotFound("Organization");

        Assert.False(failure.Succeeded);
        Assert.Equal(new Problem[] { new NotFound("Organization") }, failure.Problems);
        Assert.Throws<InvalidOperationException>(() => failure.Value);
    }

    [Fact]
    public void A_success_has_no_problems()
    {
        Result<int> success = 7;

        Assert.True(success.Succeeded);
        Assert.Equal(7, success.Value);
        Assert.Empty(success.Problems);
    }

    [Fact]
    public void A_failure_without_problems_is_refused() =>
        Assert.Throws<ArgumentException>(() => { Result<int> _ = new List<Problem>(); });
}
