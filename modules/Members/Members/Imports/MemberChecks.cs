using Modular.Kernel.Postgres.Imports;
using Modular.Members.Cards;
using Modular.Members.Memberships;

namespace Modular.Members.Imports;

/// <summary>The rules of <c>registerMember</c> over a whole file: each is one statement.</summary>
internal static class MemberChecks
{
    public static void Define(ImportFormatBuilder format)
    {
        CheckCells(format);
        CheckDates(format);
        CheckLeaving(format);
        CheckNumbers(format);
        CheckPersons(format);
        WarnOfIdentities(format);
    }

    private static void CheckCells(ImportFormatBuilder format) => format
        .Check("cell_code", new CellCodeIsUnknown(),
            "select row_number, cell_code from staged where cell_code is not null and organization_id is null")
        .Check("cell_code", new CodeIsNotThatOfACell(), "select row_number, cell_code from staged where organization_takes = 'NO_MEMBERS'")
        .Check("cell_code", new CellOfCodeIsNotActive(), "select row_number, cell_code from staged where organization_takes = 'NOT_NOW'")
        .Check("since", new CellWasFoundedLater(),
            "select row_number, to_char(founded_on, 'DD/MM/YYYY') from staged where since < founded_on");

    private static void CheckDates(ImportFormatBuilder format) => format
        .Check("status", new StatusIsNotKnown(), "select row_number from staged where status is null")
        .Check("official_on", new DatesDoNotFitTheStatus(),
            "select row_number from staged where status <> 'OFFICIAL' and official_on is not null")
        .Check("joined_on", new DatesDoNotFitTheStatus(),
            "select row_number from staged where status in ('APPLICANT', 'SYMPATHIZER') and admitted_on is not null")
        .Check("joined_on", new DateOfJoiningIsNeeded(),
            "select row_number from staged where joined_on is null and (status = 'PROBATIONARY' or (status = 'OFFICIAL' and official_on is null))")
        .Check("joined_on", new PersonWasTooYoungAtAdmission(),
            """
            select row_number, minimum_age_years::text from staged
            where (extract(year from admitted_on) - extract(year from birth_date)) * 12 + extract(month from admitted_on) - extract(month from birth_date)
                < minimum_age_years * 12
            """)
        .Check("joined_on", new DateOfJoiningIsBeforeDecision(), "select row_number from staged where joined_on < admission_decided_on")
        .Check("official_on", new OfficialDateIsNotAfterJoining(), "select row_number from staged where official_on <= admitted_on")
        .Check("official_on", new ProbationIsNotOver(),
            "select row_number, to_char(official_on, 'DD/MM/YYYY') from staged where official_on > @today and status = 'OFFICIAL'")
        .Check("official_on", new OfficialDateIsNotTheEndOfProbation(), OtherOfficialDates(">="))
        .Warn("official_on", new OfficialDateIsNotTheEndOfProbation(), OtherOfficialDates("<"))
        .Check("recognition_decided_on", new RecognitionPrecedesEndOfProbation(),
            "select row_number from staged where recognition_decided_on < official_on and official_on_reason is null")
        .Check("party_age_reason", new PartyAgeIsConfirmedWithReasonOnly(),
            "select row_number from staged where party_age_from is not null and party_age_reason is null");

    // Probation was of other lengths once, by class and period, so that old dates are only pointed out.
    private static string OtherOfficialDates(string uniformSince) => $"""
        select row_number, to_char(joined_on + make_interval(months => probation_months), 'DD/MM/YYYY') from staged
        where official_on > joined_on and official_on_reason is null and joined_on {uniformSince} uniform_probation_since
            and official_on <> (joined_on + make_interval(months => probation_months))::date
        """;

    private static void CheckLeaving(ImportFormatBuilder format) => format
        .Check("left_on", new LeavingTakesFormAndDay(), "select row_number from staged where (left_as is null) <> (left_on is null)")
        .Check("left_as", new OnlyMembersLeave(), "select row_number from staged where left_as is not null and status not in ('OFFICIAL', 'PROBATIONARY')")
        .Check("left_as", new ProbationaryMembersAreNotExpelled(), "select row_number from staged where left_as = 'EXPELLED' and status = 'PROBATIONARY'")
        .Check("left_on", new LeavingIsNotAfterEarlierFacts(),
            """
            select row_number, to_char(greatest(since, joined_on, official_on, card_issued_on), 'DD/MM/YYYY') from staged
            where left_on <= greatest(since, joined_on, official_on, card_issued_on)
            """)
        .Warn("leaving_decision_number", new LeavingRestsOnADecision(),
            """
            select row_number from staged
            where left_as <> 'DECEASED' and (leaving_decision_number is null or leaving_decided_on is null)
            """);

    private static void CheckNumbers(ImportFormatBuilder format) => format
        .Check("card_number", new OnlyOfficialMembersReceiveCards(),
            "select row_number from staged where card_number is not null and status <> 'OFFICIAL'")
        .Check("card_issued_on", new DatesDoNotFitTheStatus(), "select row_number from staged where card_issued_on < official_on")
        .Check("cv_number", new OnlyMembersBearCvNumbers(),
            "select row_number from staged where cv_key is not null and status not in ('OFFICIAL', 'PROBATIONARY')")
        .Check("cv_number", new NumberIsInTheRegister(),
            """
            select row_number from staged where cv_key in (
                select number from members.cv_number where province_id = @province and number in (select cv_key from staged))
            """)
        .Check("cv_number", new PersonAppearsTwiceInTheFile(),
            """
            select row_number, first_row::text
            from (select row_number, min(row_number) over (partition by cv_key) as first_row from staged where cv_key is not null) as given
            where row_number > first_row
            """)
        .Check("card_number", new NumberIsInTheRegister(),
            """
            select row_number from staged where card_number in (
                select number from members.party_card where province_id = @province and number in (select card_number from staged))
            """)
        .Check("citizen_id", new NumberIsInTheRegister(),
            """
            select row_number from staged where citizen_id in (
                select citizen_id from members.member where province_id = @province and citizen_id in (select citizen_id from staged))
            """);

    // Two different numbers of identity are two persons, whatever their names.
    private static void CheckPersons(ImportFormatBuilder format) => format
        .Check("full_name", new PersonAppearsTwiceInTheFile(),
            """
            select later.row_number, min(earlier.row_number)::text
            from staged as later
            join staged as earlier
                on earlier.name_key = later.name_key and earlier.birth_date = later.birth_date and earlier.organization_id = later.organization_id
                and earlier.row_number < later.row_number
            where later.citizen_id is null or earlier.citizen_id is null
            group by later.row_number
            """)
        .Check("full_name", new PersonIsInTheCellAlready(), Namesakes("="))
        .Warn("full_name", new NamesakeIsInTheRegister(), Namesakes("<>"))
        .Warn("full_name", new PersonMayBeInTheRegister("nơi quê quán và năm sinh", "native place and birth year"), Alike("BIRTH_YEAR_AND_NATIVE_PLACE"))
        .Warn("birth_date", new PersonMayBeInTheRegister("năm sinh, ngày và tháng đổi chỗ", "birth year, day and month exchanged"), Alike("DAY_AND_MONTH_EXCHANGED"))
        .Warn("citizen_id", new PersonMayBeInTheRegister("số căn cước gần giống", "almost the same citizen identity number"), Alike("CITIZEN_ID_NEARLY_THE_SAME"));

    private static string Namesakes(string sameCell) => $"""
        select distinct staged.row_number
        from staged
        join members.member as member on member.province_id = @province and member.birth_date = staged.birth_date
            and (member.search_key = staged.name_key or member.search_key like staged.name_key || ' %')
            and member.organization_id {sameCell} staged.organization_id
        where staged.citizen_id is null or member.citizen_id is null
        """;

    private static string Alike(string ground) => $"""
        select distinct staged.row_number
        from staged
        join members.member as member on member.province_id = @province and member.name_key = staged.name_key
            and extract(year from member.birth_date) = extract(year from staged.birth_date)
        where members.duplicate_ground(
            staged.birth_date, member.birth_date, staged.native_place, member.native_place, staged.citizen_id, member.citizen_id) = '{ground}'
        """;

    private static void WarnOfIdentities(ImportFormatBuilder format) => format
        .Warn("citizen_id", new CitizenIdDoesNotFit("ba số đầu không phải mã tỉnh", "the first three digits are no province's code"),
            """
            select row_number from staged
            where left(citizen_id, 3) not in (
                '001', '002', '004', '006', '008', '010', '011', '012', '014', '015', '017', '019', '020', '022', '024', '025',
                '026', '027', '030', '031', '033', '034', '035', '036', '037', '038', '040', '042', '044', '045', '046', '048',
                '049', '051', '052', '054', '056', '058', '060', '062', '064', '066', '067', '068', '070', '072', '074', '075',
                '077', '079', '080', '082', '083', '084', '086', '087', '089', '091', '092', '093', '094', '095', '096')
            """)
        .Warn("citizen_id", new CitizenIdDoesNotFit("số thứ tư không hợp giới tính hoặc thế kỷ sinh", "the fourth digit is of another sex or century"),
            """
            select row_number from staged
            where substr(citizen_id, 4, 1) <> (((extract(year from birth_date)::int / 100) - 19) * 2 + (sex = 'FEMALE')::int)::text
            """)
        .Warn("citizen_id", new CitizenIdDoesNotFit("số thứ năm và sáu không hợp năm sinh", "the fifth and sixth digits are of another year"),
            "select row_number from staged where substr(citizen_id, 5, 2) <> to_char(birth_date, 'YY')")
        .Warn(null, new PersonHasNoNumber(),
            "select row_number from staged where citizen_id is null and card_number is null and status = 'OFFICIAL'");
}
