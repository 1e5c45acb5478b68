using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Host.Tests.Schemas;

/// <summary>In which language errors are said.</summary>
public sealed class ErrorLanguageTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("vi", "{ registers }", "Bạn không có quyền xem hoặc thực hiện việc này: cần quyền 'Xem sổ' (registers.read).")]
    [InlineData("vi-VN", "{ registers }", "Bạn không có quyền xem hoặc thực hiện việc này: cần quyền 'Xem sổ' (registers.read).")]
    [InlineData("en", "{ registers }", "You may not read Query.registers: it takes the permission 'registers.read'.")]
    [InlineData("vi", "{ nothing }", "Cannot query field \"nothing\" on type \"Query\".")]
    public async Task Errors_for_users_are_said_in_the_language_that_is_asked_for_and_those_for_developers_in_English(string language, string document, string message)
    {
        using var client = (await fixture.Host.SignInAsync(await fixture.Host.AddUserAsync($"reads{Guid.NewGuid():n}", TestProvinces.NamDinh))).In(language);

        var answer = await client.ExecuteAsync(document);

        Assert.Equal(message, (string)Assert.Single(answer.Body["errors"]!.AsArray())!["message"]!);
    }
}
