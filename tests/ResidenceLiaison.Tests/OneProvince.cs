using Modular.ResidenceLiaison.Tests;
using Xunit;

// Changes of one province that read the same rows would make each other run again.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(LiaisonProvince))]
