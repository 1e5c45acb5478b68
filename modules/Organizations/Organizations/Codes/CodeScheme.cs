namespace Modular.Organizations.Codes;

/// <summary>Who numbers organizations, and how.</summary>
internal enum CodeScheme
{
    /// <summary>The province's own register (mã nội bộ): capital letters, digits, dots, hyphens and slashes, at most 32.</summary>
    Internal,

    /// <summary>
    /// The scheme that came with 208-QĐ/TW (second-hand): groups of 2, 3, 3, 3 and 3 digits for province, directly superior committee,
    /// grassroots organization, affiliated committee (000 where there is none) and cell.
    /// </summary>
    Regulation208,
}
