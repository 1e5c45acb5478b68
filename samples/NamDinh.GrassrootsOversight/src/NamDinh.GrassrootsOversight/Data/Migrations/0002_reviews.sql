-- Who is in charge of which household is looked at again every year (OV-05).

alter table grassroots_oversight.campaign
    add column division_reviewed_on date check (division_reviewed_on >= started_on);
