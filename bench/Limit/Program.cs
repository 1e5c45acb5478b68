using Modular.Bench.Limit.Workloads;
using Npgsql;

// What a workload costs at the least: no GraphQL, no accounts, no permissions, one statement written for the one question. The province's
// row-level security stays, because it is the database's and the same for every server that is compared.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

var connection = new NpgsqlConnectionStringBuilder(builder.Configuration["Database"])
{
    Options = "-c app.province=" + builder.Configuration["Province"],
    NoResetOnClose = true,
    Enlist = false,
    MaxAutoPrepare = 64,
    AutoPrepareMinUsages = 2,
    MaxPoolSize = 30,
    Timezone = "UTC",
};
await using var database = NpgsqlDataSource.Create(connection);
var province = short.Parse(builder.Configuration["Province"]!, System.Globalization.CultureInfo.InvariantCulture);
var today = DateOnly.Parse(builder.Configuration["Today"]!, System.Globalization.CultureInfo.InvariantCulture);

var application = builder.Build();
application.MapPost("/W1", new OneMember(database, province).AnswerAsync);
application.MapPost("/W2", new MembersWithOrganization(database, province).AnswerAsync);
application.MapPost("/W3", new CellsWithMembers(database, province, today).AnswerAsync);
application.MapPost("/W5", new ThousandMembers(database, province).AnswerAsync);
application.MapPost("/W6", TypeName.AnswerAsync);
application.MapPost("/W7", new ChangedPhones(database, province).AnswerAsync);
application.MapPost("/W7a", new ChangedPhone(database, province).AnswerAsync);
await application.RunAsync();
