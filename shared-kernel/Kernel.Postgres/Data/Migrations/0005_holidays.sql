-- Public holidays of Viet Nam (Labor Code 45/2019/QH14, Article 112) as the Ministry announced them each year, with the days off that
-- replace a holiday on a weekend, and the weekend days worked in exchange for a day off. Only weekdays off and weekend days worked
-- matter for counting. A day that is not announced yet follows from the Code and is not confirmed.
create table holidays (
    day date primary key,
    is_worked boolean not null default false,
    name text not null,
    vietnamese_name text not null,
    is_confirmed boolean not null default true
);
select kernel.grant_unprotected('holidays', 'select');

insert into holidays (day, name, vietnamese_name)
select day::date, name, vietnamese_name
from (values
    ('New Year''s Day', 'Tết Dương lịch', array[
        '2020-01-01', '2021-01-01', '2022-01-03', '2023-01-02', '2024-01-01', '2025-01-01', '2026-01-01', '2026-01-02']),
    ('Lunar New Year', 'Tết Nguyên đán', array[
        '2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29',
        '2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16',
        '2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04',
        '2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26',
        '2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14',
        '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31',
        '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
    ('Hung Kings'' Commemoration Day', 'Giỗ Tổ Hùng Vương', array[
        '2020-04-02', '2021-04-21', '2022-04-11', '2023-05-02', '2024-04-18', '2025-04-07', '2026-04-27']),
    ('Reunification Day', 'Ngày Chiến thắng 30/4', array[
        '2020-04-30', '2021-04-30', '2022-05-02', '2023-05-03', '2024-04-30', '2025-04-30', '2026-04-30']),
    ('Day off before Labor Day, exchanged', 'Nghỉ hoán đổi dịp 30/4 - 1/5', array['2024-04-29', '2025-05-02']),
    ('Labor Day', 'Ngày Quốc tế Lao động', array[
        '2020-05-01', '2021-05-03', '2022-05-03', '2023-05-01', '2024-05-01', '2025-05-01', '2026-05-01']),
    ('National Day', 'Quốc khánh', array[
        '2020-09-02', '2021-09-02', '2021-09-03', '2022-09-01', '2022-09-02', '2023-09-01', '2023-09-04',
        '2024-09-02', '2024-09-03', '2025-09-01', '2025-09-02', '2026-08-31', '2026-09-01', '2026-09-02'])
) as holiday (name, vietnamese_name, days)
cross join unnest(days) as day;

insert into holidays (day, is_worked, name, vietnamese_name) values
    ('2024-05-04', true, 'Worked for 29 April', 'Làm bù ngày 29/4'),
    ('2025-04-26', true, 'Worked for 2 May', 'Làm bù ngày 02/5'),
    ('2026-01-10', true, 'Worked for 2 January', 'Làm bù ngày 02/01'),
    ('2026-08-22', true, 'Worked for 31 August', 'Làm bù ngày 31/8');

insert into holidays (day, name, vietnamese_name, is_confirmed)
select day::date, name, vietnamese_name, false
from (values
    ('New Year''s Day', 'Tết Dương lịch', array['2027-01-01']),
    ('Lunar New Year', 'Tết Nguyên đán', array['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']),
    ('Hung Kings'' Commemoration Day', 'Giỗ Tổ Hùng Vương', array['2027-04-16']),
    ('Reunification Day', 'Ngày Chiến thắng 30/4', array['2027-04-30']),
    ('Labor Day', 'Ngày Quốc tế Lao động', array['2027-05-03']),
    ('National Day', 'Quốc khánh', array['2027-09-02', '2027-09-03'])
) as holiday (name, vietnamese_name, days)
cross join unnest(days) as day;
