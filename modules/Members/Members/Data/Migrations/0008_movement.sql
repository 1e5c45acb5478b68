-- The report on the movement of members (1-TCTW) reads what began or ended in a period, whoever it is about.
create index membership_status_first_day on members.membership_status (province_id, first_day);
create index cell_assignment_first_day on members.cell_assignment (province_id, first_day) where kind = 'OFFICIAL';
create index cell_assignment_end on members.cell_assignment (province_id, upper(valid)) where kind = 'OFFICIAL' and not upper_inf(valid);
