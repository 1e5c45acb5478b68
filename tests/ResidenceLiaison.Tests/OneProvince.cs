using Modular.ResidenceLiaison.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(LiaisonProvince))]
