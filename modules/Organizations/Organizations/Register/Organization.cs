using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.Organizations.Contracts;
using Modular.Organizations.Founding;

namespace Modular.Organizations.Register;

/// <summary>A Party organization (tổ chức đảng) as it stands today. What changes by decision is kept with its periods beside it.</summary>
internal sealed class Organization : IProvinceOwned, IVersioned
{
    private Organization()
    {
    }

    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public OrganizationState State { get; private set; }

    /// <summary>The code in force: that of the 208 scheme where there is one, else the internal one.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    /// <summary>What a search finds it by: name, short name and code.</summary>
    public string SearchKey { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string? Subkind { get; private set; }

    /// <summary>The order of levels under which it got its kind.</summary>
    public string Era { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    public FieldType? FieldType { get; private set; }

    public HostLegalStatus? HostLegalStatus { get; private set; }

    /// <summary>Whether it may admit members by delegation.</summary>
    public bool MayAdmit { get; private set; }

    /// <summary>Whether it may expel members by delegation.</summary>
    public bool MayExpel { get; private set; }

    /// <summary>Whether it was given the powers of a directly superior committee (ORG-06).</summary>
    public bool HasSuperiorPowers { get; private set; }

    public int? AdministrativeUnitId { get; private set; }

    public string? Address { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    public DateOnly FoundedOn { get; private set; }

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Founds an organization; all rules were checked.</summary>
    public static Organization Found(NewOrganization founded)
    {
        var organization = new Organization
        {
            Id = founded.Id,
            State = OrganizationState.Active,
            Code = founded.Code,
            Kind = founded.Kind,
            Subkind = founded.Subkind,
            Era = founded.Era,
            ParentId = founded.ParentId,
            HasSuperiorPowers = founded.HasSuperiorPowers,
            FoundedOn = founded.FoundedOn,
        };
        organization.Rename(founded.Name, founded.ShortName);
        organization.Describe(founded.Details);
        return organization;
    }

    /// <summary>Gives it another name.</summary>
    public void Rename(string name, string? shortName)
    {
        Name = name;
        ShortName = shortName;
        SortKey = VietnameseText.SortKey(name);
        RefreshSearchKey();
    }

    /// <summary>Shows another code.</summary>
    public void ShowCode(string code)
    {
        Code = code;
        RefreshSearchKey();
    }

    /// <summary>Puts it under another parent.</summary>
    public void MoveBelow(Guid parentId) => ParentId = parentId;

    /// <summary>Makes it another kind.</summary>
    public void Become(string kind, string? subkind, string era, bool hasSuperiorPowers)
    {
        Kind = kind;
        Subkind = subkind;
        Era = era;
        HasSuperiorPowers = hasSuperiorPowers;
    }

    /// <summary>Brings it to its end.</summary>
    /// <param name="state">One of the final states.</param>
    /// <param name="endedOn">The first day on which it is no more.</param>
    public void End(OrganizationState state, DateOnly endedOn)
    {
        State = state;
        EndedOn = endedOn;
    }

    /// <summary>Takes over what needs no decision.</summary>
    public void Describe(OrganizationDetails details)
    {
        FieldType = details.FieldType;
        HostLegalStatus = details.HostLegalStatus;
        MayAdmit = details.MayAdmit;
        MayExpel = details.MayExpel;
        AdministrativeUnitId = details.AdministrativeUnitId;
        Address = details.Address;
        Phone = details.Phone;
        Email = details.Email;
    }

    private void RefreshSearchKey() => SearchKey = VietnameseText.SearchKey($"{Name} {ShortName} {Code}");
}
