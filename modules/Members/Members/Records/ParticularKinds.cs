namespace Modular.Members.Records;

/// <summary>Class origin of the family (thành phần gia đình xuất thân), as member sheets write it.</summary>
internal enum ClassOrigin
{
    /// <summary>Workers (công nhân).</summary>
    Worker,

    /// <summary>Landless peasants (cố nông).</summary>
    LandlessPeasant,

    /// <summary>Poor peasants (bần nông).</summary>
    PoorPeasant,

    /// <summary>Middle peasants (trung nông).</summary>
    MiddlePeasant,

    /// <summary>Rich peasants (phú nông).</summary>
    RichPeasant,

    /// <summary>Peasants (nông dân).</summary>
    Peasant,

    /// <summary>The urban poor (dân nghèo thành thị).</summary>
    UrbanPoor,

    /// <summary>Civil servants and employees (công chức, viên chức).</summary>
    CivilServant,

    /// <summary>Armed forces (quân nhân, công an).</summary>
    ArmedForces,

    /// <summary>Intellectuals (trí thức).</summary>
    Intellectual,

    /// <summary>Small traders and craftsmen (tiểu thương, tiểu chủ, thợ thủ công).</summary>
    SmallTrader,

    /// <summary>Petty bourgeois (tiểu tư sản).</summary>
    PettyBourgeois,

    /// <summary>Bourgeois (tư sản).</summary>
    Bourgeois,

    /// <summary>Landowners (địa chủ).</summary>
    Landowner,

    /// <summary>Another origin (khác).</summary>
    Other,
}

/// <summary>Academic title (học hàm).</summary>
internal enum AcademicTitle
{
    /// <summary>Associate professor (phó giáo sư).</summary>
    AssociateProfessor,

    /// <summary>Professor (giáo sư).</summary>
    Professor,
}

/// <summary>Class of war invalid (thương binh loại), by the loss of working capacity.</summary>
internal enum WarInvalidClass
{
    /// <summary>1/4: 81% and more.</summary>
    First,

    /// <summary>2/4: 61% to 80%.</summary>
    Second,

    /// <summary>3/4: 41% to 60%.</summary>
    Third,

    /// <summary>4/4: 21% to 40%.</summary>
    Fourth,
}
