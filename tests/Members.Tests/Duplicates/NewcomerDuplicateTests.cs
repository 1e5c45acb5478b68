using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Texts;
using Modular.Members.Contracts;
using Modular.Members.Duplicates;
using Modular.Members.People;
using Modular.Members.Registration;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Duplicates;

public sealed class NewcomerDuplicateTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Theory]
    [InlineData("Nguyễn Văn Ánh")]
    [InlineData("  ĐỖ   thị Đào ")]
    [InlineData("H'Hen Niê")]
    [InlineData("Nguyễn-Lê Thị Ỷ")]
    [InlineData("Kpă Y Pơi")]
    [InlineData("Lò Thị Ẵng")]
    public async Task The_database_makes_the_same_key_of_a_name_as_the_search(string name) => Assert.Equal(
        VietnameseText.SearchKey(name), await province.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select members.plain_text($1)", name));

    [Fact]
    public async Task Whoever_looks_like_somebody_is_asked_about_with_the_ground()
    {
        var known = await province.RegisterAsync(Born(province.NewOfficialMember(), new DateOnly(1984, 3, 8)));
        var sameName = Named(province.NewOfficialMember(), known);
        var asked = new[]
        {
            Without(Born(sameName, known.BirthDate)),
            Without(Born(sameName, new DateOnly(1984, 8, 3))),
            Without(Born(sameName, new DateOnly(1984, 11, 30))),
            Born(sameName, new DateOnly(1971, 1, 2), Mistyped(known.CitizenId!)),
            Without(Born(sameName, new DateOnly(1983, 3, 8))),
            Born(sameName, known.BirthDate, "036185771123"),
        };

        var told = new List<string>();
        foreach (var input in asked)
        {
            var refused = await TryAsync(input);
            told.Add(refused is [MemberMayBeRegisteredAlready one] ? string.Join(' ', one.Grounds) : refused.Count == 0 ? "-" : string.Join(' ', refused));
        }

        Assert.Equal(["BirthDate", "DayAndMonthExchanged", "BirthYearAndNativePlace", "CitizenIdNearlyTheSame", "-", "-"], told);
    }

    [Fact]
    public async Task Of_somebody_out_of_sight_it_is_told_that_there_is_one_and_confirming_with_a_reason_lets_the_newcomer_in()
    {
        var known = await province.RegisterAsync(Without(province.NewOfficialMember()));
        var input = Without(Born(Named(province.NewOfficialMember(), known), known.BirthDate)) with { OrganizationId = province.WestCell };
        var west = await province.PathOfAsync(province.WestCommune);
        var officer = new TestAccess().Below(MembersPermissions.Read, west).Below(MembersPermissions.Register, west);

        var asked = await province.ActAsync<MemberRegistration, Member>(officer, registration => registration.RunAsync(input, CancellationToken.None));
        var entered = await province.ActAsync<MemberRegistration, Member>(
            officer, registration => registration.RunAsync(input with { ConfirmNotDuplicate = "Đã gặp cả hai người" }, CancellationToken.None));

        var problem = Assert.IsType<MemberMayBeRegisteredAlready>(Assert.Single(asked.Problems));
        Assert.Equal((1, 0, 0), (problem.Count, problem.MemberIds.Count, problem.Grounds.Count));
        Assert.Equal([], entered.Problems);
        var remembered = await province.Database.ScalarAsync<string>(
            TestProvinces.NamDinh, "select reason from members.different_persons where first_member_id = $1 and second_member_id = $2", known.Id, entered.Value.Id);
        Assert.Equal("Đã gặp cả hai người", remembered);
    }

    [Fact]
    public async Task A_file_is_warned_of_rows_that_look_like_somebody()
    {
        var known = await province.RegisterAsync(Born(province.NewOfficialMember(), new DateOnly(1982, 4, 9)));

        var batch = await province.ImportAsync(
            $"""
            {Imports.MemberFiles.Headers}
            {known.FullName},04/09/1982,Nữ,,Kinh,,,03/02/2005,03/02/2006,36980001,980001NĐ,36.01.002.009,
            {known.FullName},11/12/1982,Nữ,,Kinh,,"{known.NativePlace}",03/02/2005,03/02/2006,36980002,980002NĐ,36.01.002.009,
            {known.FullName},09/04/1982,Nữ,{Mistyped(known.CitizenId!)},Kinh,,,03/02/2005,03/02/2006,36980003,980003NĐ,36.01.002.009,
            """,
            ImportMode.DryRun);

        Assert.Equal(
            """
            2 birth_date Warning PERSON_MAY_BE_IN_THE_REGISTER: The province has a person of the same name, birth year, day and month exchanged; check whether it is the same one.
            3 full_name Warning PERSON_MAY_BE_IN_THE_REGISTER: The province has a person of the same name, native place and birth year; check whether it is the same one.
            4 citizen_id Warning PERSON_MAY_BE_IN_THE_REGISTER: The province has a person of the same name, almost the same citizen identity number; check whether it is the same one.
            """,
            string.Join('\n', (await province.VerdictsAsync(batch)).Split('\n').Where(line => line.Contains("MAY_BE", StringComparison.Ordinal))));
    }

    private static string Mistyped(string number) => $"{number[..10]}{number[11]}{number[10]}" is var exchanged && exchanged != number
        ? exchanged
        : $"{number[..11]}{(number[11] == '9' ? '0' : (char)(number[11] + 1))}";

    private static RegisterMemberInput Named(RegisterMemberInput input, Member known) =>
        input with { Person = input.Person with { FullName = known.FullName.ToUpperInvariant() } };

    private static RegisterMemberInput Born(RegisterMemberInput input, DateOnly day, string? citizenId = null) =>
        input with { Person = input.Person with { BirthDate = day, CitizenId = citizenId ?? input.Person.CitizenId } };

    private static RegisterMemberInput Without(RegisterMemberInput input) => input with { Person = input.Person with { CitizenId = null } };

    /// <summary>The problems of a registration that is not kept.</summary>
    private async Task<IReadOnlyList<Kernel.Results.Problem>> TryAsync(RegisterMemberInput input)
    {
        await using var scope = province.Database.Enter();
        var db = scope.Get<Modular.Members.Data.MembersDbContext>();
        return await NewcomerDuplicates.FindAsync(db, input, CancellationToken.None);
    }
}
