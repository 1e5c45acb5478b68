namespace Modular.Organizations.Contracts;

/// <summary>Whose regular meeting it is (ORG-15).</summary>
public enum MeetingBody
{
    /// <summary>All members of a cell (họp chi bộ, sinh hoạt chi bộ).</summary>
    Members,

    /// <summary>The committee of an organization: the cell committee (chi ủy), the committee of a grassroots organization (đảng ủy cơ sở).</summary>
    Committee,
}
