namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class CellTests
{
    private const string Header = "full_name,born_on,card_number,status,cell,commune,house_number,is_absent\n";

    [Theory]
    [InlineData("19/05/1980", "1980-05-19")]
    [InlineData("1/2/1980", "1980-02-01")]
    [InlineData("19-05-1980", "1980-05-19")]
    [InlineData("19.5.1980", "1980-05-19")]
    [InlineData("1980-05-19", "1980-05-19")]
    [InlineData("1980-05-19T00:00:00", "1980-05-19")]
    [InlineData("29360", "1980-05-19")]
    [InlineData("05/1980", "1980-05-01")]
    [InlineData("1980", "1980-01-01")]
    public async Task Days_are_read_in_the_ways_registers_write_them(string cell, string day)
    {
        await using var setting = await ImportSetting.CreateAsync();

        Assert.Equal("", await setting.VerdictsAsync($"{Header}A,{cell},,OFFICIAL,Chi bộ 1,x,,\n", Postgres.Imports.ImportMode.AllOrNothing));
        Assert.Equal(
            DateOnly.Parse(day, null),
            await setting.Database.ScalarAsync<DateOnly>(TestKit.Databases.TestProvinces.NamDinh, "select born_on from sample.person"));
    }

    [Theory]
    [InlineData("31/02/1980", "born_on Error CELL_IS_NOT_A_DATE: It is not a valid date; write day/month/year, yyyy-mm-dd, month/year or year.")]
    [InlineData("05/19/1980", "born_on Error CELL_IS_NOT_A_DATE: It is not a valid date; write day/month/year, yyyy-mm-dd, month/year or year.")]
    [InlineData("19/05/80", "born_on Error CELL_IS_NOT_A_DATE: It is not a valid date; write day/month/year, yyyy-mm-dd, month/year or year.")]
    [InlineData("19/05/1780", "born_on Error DATE_IS_OUT_OF_RANGE: The day must be from 01/01/1850 to {today}.")]
    [InlineData("01/01/2099", "born_on Error DATE_IS_OUT_OF_RANGE: The day must be from 01/01/1850 to {today}.")]
    [InlineData("", "born_on Error CELL_IS_EMPTY: The cell is required and is empty.")]
    [InlineData("#N/A", "born_on Error CELL_SHOWS_AN_ERROR: The cell shows a formula's error (for instance #N/A).")]
    public async Task What_is_no_day_is_said_of_its_cell(string cell, string verdict)
    {
        await using var setting = await ImportSetting.CreateAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).DateTime);

        Assert.Equal(
            "2 " + verdict.Replace("{today}", today.ToString("dd/MM/yyyy", null), StringComparison.Ordinal),
            await setting.VerdictsAsync($"{Header}A,{cell},,OFFICIAL,Chi bộ 1,x,,\n"));
    }

    [Theory]
    [InlineData("A,1980,1234,OFFICIAL,Chi bộ 1,x,,", "card_number Error CELL_IS_NOT_SO_MANY_DIGITS: It must be exactly 8 digits.")]
    [InlineData("A,1980,1234567x,OFFICIAL,Chi bộ 1,x,,", "card_number Error CELL_IS_NOT_SO_MANY_DIGITS: It must be exactly 8 digits.")]
    [InlineData("A,1980,,chưa rõ,Chi bộ 1,x,,", "status Error CELL_IS_NOT_IN_THE_LIST: The value is not known; one of: Official, On probation.")]
    [InlineData("A,1980,,OFFICIAL,Chi bộ 1,x,1.5,", "house_number Error CELL_IS_NOT_A_WHOLE_NUMBER: It must be a whole number from 1 to 9999.")]
    [InlineData("A,1980,,OFFICIAL,Chi bộ 1,x,,maybe", "is_absent Error CELL_IS_NOT_IN_THE_LIST: The value is not known; yes or no (x = yes).")]
    [InlineData("A,1980,,OFFICIAL,Chi bộ 1,,,", "commune Warning HOME_IS_NOT_KNOWN: The home is not known.")]
    [InlineData("A\u0001,1980,,OFFICIAL,Chi bộ 1,x,,", "full_name Error CELL_HOLDS_CONTROL_CHARACTERS: The text holds invisible control characters.")]
    [InlineData(
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,1980,,OFFICIAL,Chi bộ 1,x,,",
        "full_name Error CELL_IS_TOO_LONG: The text has 66 characters, at most 60 are allowed.")]
    public async Task What_is_wrong_is_said_of_its_cell(string row, string verdict)
    {
        await using var setting = await ImportSetting.CreateAsync();

        Assert.Equal("2 " + verdict, await setting.VerdictsAsync($"{Header}{row}\n"));
    }

    [Fact]
    public async Task A_value_that_must_be_unique_is_an_error_in_all_rows_but_the_first()
    {
        await using var setting = await ImportSetting.CreateAsync();
        const string row = "A,1980,36000001,OFFICIAL,Chi bộ 1,x,,\n";

        Assert.Equal(
            """
            3 card_number Error VALUE_APPEARS_TWICE_IN_THE_FILE: Row 2 of the file has the same value.
            4 card_number Error VALUE_APPEARS_TWICE_IN_THE_FILE: Row 2 of the file has the same value.
            """,
            await setting.VerdictsAsync(Header + row + row + row));
    }

    [Fact]
    public async Task Verdicts_speak_both_languages_and_name_the_rule()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var batch = (await setting.ImportAsync(
            setting.File("a.csv", Header + "A,1980,,OFFICIAL,Chi bộ 7,x,,\n"), Postgres.Imports.ImportMode.DryRun)).Value;

        Assert.Equal("2 cell Error CELL_IS_NOT_KNOWN: Không có chi bộ \"Chi bộ 7\".", await setting.VerdictsAsync(batch, Results.Language.Vietnamese));
        Assert.Equal(
            "ORG-03 Party Charter, Article 21",
            await setting.Database.ScalarAsync<string>(
                TestKit.Databases.TestProvinces.NamDinh, "select rule_id || ' ' || rule_instrument from kernel.import_verdicts"));
    }
}
